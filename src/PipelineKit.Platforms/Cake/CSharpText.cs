using System.Globalization;
using System.Text;
using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.Cake;

/// <summary>Values as C# source. What a spec says always ends up inside a literal: it can never become code.</summary>
internal static class CSharpText
{
    private const int LineLength = 130;

    /// <summary>A string literal. Control characters, line separators and lone surrogates are escaped; all else stays readable.</summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder(text.Length + 8).Append('"');
        var written = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (Escape(text, i) is { } escape)
            {
                literal.Append(text, written, i - written).Append(escape);
                written = i + 1;
            }
        }

        literal.Append(text, written, text.Length - written);
        return literal.Append('"').ToString();
    }

    /// <summary>A typed value: a literal, or <c>new Value(KIND, TEXT)</c>.</summary>
    public static string Of(Value value) => value switch
    {
        LiteralValue literal => Literal(literal.Text),
        MatrixValue matrix => Typed("matrix", matrix.Axis),
        EnvReference env => Typed("env", env.Name),
        ServiceValue service => Typed("service", $"{service.Service}.{service.Get}"),
        SecretValue secret => Typed("secret", secret.Name, secret.Required ? ", Required: true" : ""),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, null),
    };

    /// <summary><c>["a", "b"]</c>.</summary>
    public static string List(IEnumerable<string> items) => "[" + string.Join(", ", items) + "]";

    /// <summary><c>["a", "b"]</c> of literals.</summary>
    public static string Literals(IEnumerable<string> texts) => List(texts.Select(Literal));

    /// <summary><c>{ ["a"] = 1, ["b"] = 2 }</c> of entries as <see cref="Entry"/> writes them.</summary>
    public static string Map(IEnumerable<string> entries) => "{ " + string.Join(", ", entries) + " }";

    /// <summary><c>["a"] = 1</c>.</summary>
    /// <param name="key">The key; becomes a literal.</param>
    /// <param name="value">The value as C# source.</param>
    public static string Entry(string key, string value) => $"[{Literal(key)}] = {value}";

    /// <summary>The shortest readable expression of a time.</summary>
    public static string Time(TimeSpan time)
    {
        var (unit, number) = time.Ticks % TimeSpan.TicksPerHour == 0 ? ("Hours", time.TotalHours)
            : time.Ticks % TimeSpan.TicksPerMinute == 0 ? ("Minutes", time.TotalMinutes)
            : ("Seconds", time.TotalSeconds);
        return $"TimeSpan.From{unit}({number.ToString(CultureInfo.InvariantCulture)})";
    }

    /// <summary>Breaks a line that is too long behind commas outside literals; continuations are indented once more.</summary>
    public static IEnumerable<string> Wrap(string indent, string text)
    {
        var current = new StringBuilder(indent);
        var next = indent + "    ";
        foreach (var piece in Pieces(text))
        {
            if (current.Length + piece.TrimEnd().Length > LineLength && current.ToString().Trim().Length > 0)
            {
                yield return current.ToString().TrimEnd();
                current.Clear().Append(next);
            }

            current.Append(piece);
        }

        yield return current.ToString().TrimEnd();
    }

    private static string Typed(string kind, string text, string more = "") => $"new Value({Literal(kind)}, {Literal(text)}{more})";

    // Null where the character stands for itself.
    private static string? Escape(string text, int at) => text[at] switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        >= ' ' and <= '~' => null,
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        var c => IsPaired(text, at) || !IsHidden(c) ? null : $"\\u{(int)c:x4}",
    };

    private static bool IsPaired(string text, int at) => char.IsSurrogate(text[at])
        && ((at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1])) || (at > 0 && char.IsSurrogatePair(text[at - 1], text[at])));

    private static bool IsHidden(char c) => char.IsControl(c) || char.IsSurrogate(c)
        || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    // Pieces end behind ", " that stands in no literal.
    private static IEnumerable<string> Pieces(string text)
    {
        var (start, quoted) = (0, false);
        for (var i = 0; i < text.Length; i++)
        {
            if (quoted && text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && text[i] == ' ' && i > 0 && text[i - 1] == ',')
            {
                yield return text[start..(i + 1)];
                start = i + 1;
            }
        }

        yield return text[start..];
    }
}
