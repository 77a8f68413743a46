using System.Globalization;
using System.Text;

namespace PipelineKit.Core.Resolution;

/// <summary>
/// Prints plain values in the canonical form of RFC 8785 (JSON Canonicalization Scheme): keys in UTF-16 order, no white space, minimal escapes.
/// Takes string, int, long, bool, dictionaries by string and sequences; parity needs no other type.
/// </summary>
internal static class CanonicalJson
{
    public static string Write(object value)
    {
        var builder = new StringBuilder();
        Write(builder, value);
        return builder.ToString();
    }

    private static void Write(StringBuilder builder, object value)
    {
        switch (value)
        {
            case string text:
                WriteString(builder, text);
                break;
            case bool flag:
                builder.Append(flag ? "true" : "false");
                break;
            case int or long:
                builder.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
            case IReadOnlyDictionary<string, object> map:
                WriteMap(builder, map);
                break;
            case IEnumerable<object> items:
                WriteList(builder, items);
                break;
            default:
                throw new ArgumentException($"No canonical form for {value.GetType().Name}.", nameof(value));
        }
    }

    private static void WriteMap(StringBuilder builder, IReadOnlyDictionary<string, object> map)
    {
        builder.Append('{');
        var first = true;
        foreach (var key in map.Keys.Order(StringComparer.Ordinal))
        {
            Separate(builder, ref first);
            WriteString(builder, key);
            builder.Append(':');
            Write(builder, map[key]);
        }

        builder.Append('}');
    }

    private static void WriteList(StringBuilder builder, IEnumerable<object> items)
    {
        builder.Append('[');
        var first = true;
        foreach (var item in items)
        {
            Separate(builder, ref first);
            Write(builder, item);
        }

        builder.Append(']');
    }

    private static void Separate(StringBuilder builder, ref bool first)
    {
        if (!first)
        {
            builder.Append(',');
        }

        first = false;
    }

    private static void WriteString(StringBuilder builder, string text)
    {
        builder.Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => builder.Append("\\\""),
                '\\' => builder.Append("\\\\"),
                '\b' => builder.Append("\\b"),
                '\f' => builder.Append("\\f"),
                '\n' => builder.Append("\\n"),
                '\r' => builder.Append("\\r"),
                '\t' => builder.Append("\\t"),
                < ' ' => builder.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => builder.Append(c),
            };
        }

        builder.Append('"');
    }
}
