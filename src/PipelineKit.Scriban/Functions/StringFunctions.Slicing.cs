using System.Text;
using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>Parts of a string.</summary>
internal static partial class StringFunctions
{
    private static IEnumerable<BuiltinFunction> Slicing() =>
    [
        new("slice", "text, start, length?", static (in a) => Slice(a.Text(0), a.Int(1), a.Int(2))),
        new("slice1", "text, start, length?", static (in a) => Slice(a.Text(0), a.Int(1), a.Int(2, 1))),
        new("split", "text, match", static (in a) => Split(a)),
        new("truncate", "text, length, ellipsis?", static (in a) => Truncate(a)),
        new("truncatewords", "text, count, ellipsis?", static (in a) => TruncateWords(a)),
    ];

    /// <summary>A part of the text; a negative start counts from the end, and no length takes the rest.</summary>
    private static string Slice(string text, int start, int length)
    {
        var from = start < 0 ? (long)start + text.Length : start;
        if (from < 0)
        {
            length = length <= 0 ? 0 : (int)Math.Max(0, length + from);
            return length <= 0 ? "" : text[..Math.Min(length, text.Length)];
        }

        if (from >= text.Length)
        {
            return "";
        }

        var rest = text.Length - (int)from;
        return text.Substring((int)from, length <= 0 ? rest : Math.Min(length, rest));
    }

    private static ScriptArray Split(in BuiltinArguments arguments)
    {
        var parts = arguments.Text(0).Split(arguments.Text(1), StringSplitOptions.RemoveEmptyEntries);
        arguments.Context.CountIteration(arguments.Span, parts.Length);
        return new ScriptArray(parts);
    }

    private static string? Truncate(in BuiltinArguments arguments)
    {
        if (arguments.TextOrNull(0) is not { } text)
        {
            return null;
        }

        var length = Math.Max(0, arguments.Int(1));
        var ellipsis = arguments.TextOrNull(2) ?? "...";
        return text.Length > length ? arguments.Limited(string.Concat(text.AsSpan(0, Math.Max(0, length - ellipsis.Length)), ellipsis)) : text;
    }

    /// <summary>The first words; what follows the last of them is replaced, also when nothing does.</summary>
    private static string TruncateWords(in BuiltinArguments arguments)
    {
        var text = arguments.Text(0);
        if (text.Length == 0)
        {
            return "";
        }

        var count = arguments.Int(1);
        var result = new StringBuilder();
        var at = 0;
        for (var i = 0; i < count && at <= text.Length; i++)
        {
            var end = at;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            result.Append(i > 0 ? " " : "").Append(text, at, end - at);
            at = end == text.Length ? end + 1 : end;
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }
        }

        return arguments.Limited(result.Append(arguments.TextOrNull(2) ?? "...").ToString());
    }
}
