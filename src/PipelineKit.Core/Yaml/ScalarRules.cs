using System.Globalization;
using System.Text;
using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Yaml;

/// <summary>
/// Decides when a text may stand plain. Conservative on purpose: what any YAML 1.1 or 1.2 reader could take for a number, a date, a boolean,
/// null or syntax is quoted (YAML 1.2.2, sections 7.3.3 and 10.3.2; YAML 1.1 type repository).
/// </summary>
internal static class ScalarRules
{
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "true", "false", "null", "yes", "no", "on", "off", "y", "n", "~", "nan", ".nan", ".inf", "inf",
    };

    private const string NumberCharacters = "0123456789abcdefABCDEF_.:xXoO+-TZ eE,";

    public static bool IsPlain(string text, bool flow, bool asKey = false)
    {
        if (text.Length == 0 || text[0] == ' ' || text[^1] == ' ' || (Reserved.Contains(text.TrimStart('+', '-')) && !(asKey && text == "on")))
        {
            return false;
        }

        // Legal as a key, but YamlDotNet's own scanner takes " *" in a key for an alias and loses its way.
        if (asKey && text.Contains(" *", StringComparison.Ordinal))
        {
            return false;
        }

        return StartsPlain(text) && !LooksLikeNumber(text) && HasOnlyPlainCharacters(text, flow);
    }

    public static bool NeedsEscapes(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\n' && IsUnprintable(text, i))
            {
                return true;
            }
        }

        return false;
    }

    public static string DoubleQuoted(string text)
    {
        var builder = new StringBuilder(text.Length + 2).Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            _ = c switch
            {
                '"' => builder.Append("\\\""),
                '\\' => builder.Append("\\\\"),
                '\n' => builder.Append("\\n"),
                '\t' => builder.Append("\\t"),
                '\r' => builder.Append("\\r"),
                _ when IsLoneSurrogate(text, i) => builder.Append('\uFFFD'),
                _ when char.IsHighSurrogate(c) && IsUnprintable(text, i) =>
                    builder.Append("\\U").Append(char.ConvertToUtf32(c, text[++i]).ToString("x8", CultureInfo.InvariantCulture)),
                _ when IsUnprintable(text, i) => builder.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => builder.Append(c),
            };
        }

        return builder.Append('"').ToString();
    }

    private static bool StartsPlain(string text)
    {
        // Three dots or dashes at the start of a line are markers of documents (YAML 1.2.2, section 9.1.2).
        var first = text[0];
        if (text.StartsWith("...", StringComparison.Ordinal) || text.StartsWith("---", StringComparison.Ordinal))
        {
            return false;
        }

        if (char.IsAsciiLetterOrDigit(first) || first is '_' or '/' or '$' or '(' or '.' or '+' or '^' || first > 0xA0)
        {
            return true;
        }

        return first == '-' && text.Length > 1 && text[1] is not ' ';
    }

    private static bool LooksLikeNumber(string text)
    {
        var at = text[0] is '-' or '+' or '.' ? 1 : 0;
        if (at >= text.Length || (!char.IsAsciiDigit(text[at]) && !(text[at] == '.' && at == 1)))
        {
            return false;
        }

        // Digits with anything that numbers, dates, times, hexadecimal or base-60 literals are made of. A second dot (1.2.3) makes it text.
        for (var i = at; i < text.Length; i++)
        {
            if (!NumberCharacters.Contains(text[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return text.AsSpan().Count('.') < 2;
    }

    private static bool HasOnlyPlainCharacters(string text, bool flow)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var next = i + 1 < text.Length ? text[i + 1] : ' ';
            var bad = IsUnprintable(text, i)
                || (c == ':' && (next == ' ' || (flow && next is ',' or ']' or '}' or '[' or '{')))
                || (c == '#' && i > 0 && text[i - 1] == ' ')
                || (flow && c is ',' or '[' or ']' or '{' or '}');
            if (bad)
            {
                return false;
            }
        }

        return true;
    }

    // Line separators and the byte order mark change how readers split or decode; what a reviewer would not see is shown as an escape.
    private static bool IsUnprintable(string text, int at) => text[at] is not (>= ' ' and <= '~')
        && (char.IsLowSurrogate(text[at]) ? IsLoneSurrogate(text, at) : !Rune.TryGetRuneAt(text, at, out var rune) || HiddenText.IsHidden(rune));

    // Half a pair cannot be written as UTF-8, nor as an escape that other readers accept; it becomes the replacement character.
    private static bool IsLoneSurrogate(string text, int at) =>
        char.IsSurrogate(text[at])
        && !(char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        && !(char.IsLowSurrogate(text[at]) && at > 0 && char.IsHighSurrogate(text[at - 1]));
}
