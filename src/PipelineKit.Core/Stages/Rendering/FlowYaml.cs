using System.Collections;
using System.Globalization;
using System.Text;

namespace PipelineKit.Core.Stages.Rendering;

/// <summary>
/// Writes a value as flow YAML that every reader takes for exactly that value: texts as JSON strings, lists and mappings as flow collections of
/// them, numbers and booleans bare (YAML 1.2.2, section 7.3.1 and 7.4).
/// </summary>
internal static class FlowYaml
{
    /// <summary>Writes a value; what has no form (null above all) is an <see cref="ArgumentException"/> with a message for people.</summary>
    public static string Write(object? value)
    {
        var builder = new StringBuilder();
        Append(builder, value, 0);
        return builder.ToString();
    }

    private static void Append(StringBuilder builder, object? value, int depth)
    {
        switch (value)
        {
            case not null when depth > 20:
                throw new ArgumentException("the value is nested too deeply");
            case null:
                throw new ArgumentException("the expression has no value; write an `if` around it");
            case RawText raw:
                builder.Append(raw.Text);
                break;
            case string text:
                AppendText(builder, text);
                break;
            case bool flag:
                builder.Append(flag ? "true" : "false");
                break;
            case IEnumerable<KeyValuePair<string, object?>> map:
                AppendMap(builder, map, depth);
                break;
            case IDictionary:
                throw new ArgumentException("a mapping must have texts as keys");
            case IEnumerable list:
                AppendList(builder, list, depth);
                break;
            case double number when !double.IsFinite(number):
                throw new ArgumentException("the number is not finite");
            case IFormattable number when number.GetType().IsPrimitive || number is decimal or System.Numerics.BigInteger:
                builder.Append(number.ToString(null, CultureInfo.InvariantCulture));
                break;
            default:
                throw new ArgumentException($"a value of type {value.GetType().Name} cannot be written");
        }
    }

    private static void AppendList(StringBuilder builder, IEnumerable list, int depth)
    {
        builder.Append('[');
        var first = true;
        foreach (var item in list)
        {
            builder.Append(first ? "" : ", ");
            Append(builder, item, depth + 1);
            first = false;
        }

        builder.Append(']');
    }

    private static void AppendMap(StringBuilder builder, IEnumerable<KeyValuePair<string, object?>> map, int depth)
    {
        var first = true;
        foreach (var (key, item) in map)
        {
            builder.Append(first ? "{ " : ", ");
            AppendText(builder, key);
            builder.Append(": ");
            Append(builder, item, depth + 1);
            first = false;
        }

        builder.Append(first ? "{}" : " }");
    }

    private static void AppendText(StringBuilder builder, string text)
    {
        builder.Append('"').Append(ValueMarks.Begin);
        var written = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsItself(text, i))
            {
                builder.Append(text, written, i - written);
                AppendEscaped(builder, text[i]);
                written = i + 1;
            }
        }

        builder.Append(text, written, text.Length - written);
        builder.Append(ValueMarks.End).Append('"');
    }

    private static bool IsItself(string text, int at) => text[at] is >= ' ' and <= '~'
        ? text[at] is not ('"' or '\\')
        : !ValueMarks.IsOne(text[at]) && !NeedsEscape(text, at);

    private static void AppendEscaped(StringBuilder builder, char c) => _ = c switch
    {
        '"' => builder.Append("\\\""),
        '\\' => builder.Append("\\\\"),
        '\n' => builder.Append("\\n"),
        '\r' => builder.Append("\\r"),
        '\t' => builder.Append("\\t"),
        _ when ValueMarks.TryEscape(c, builder) => builder,
        _ => builder.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
    };

    // Line separators split lines, the byte order mark changes decoding, half a surrogate pair is no character.
    private static bool NeedsEscape(string text, int at)
    {
        var c = text[at];
        if (char.IsSurrogate(c))
        {
            return !(char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
                && !(char.IsLowSurrogate(c) && at > 0 && char.IsHighSurrogate(text[at - 1]));
        }

        return char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF';
    }
}
