namespace Scriban.Functions;

/// <summary>Removing and replacing parts of a string.</summary>
internal static partial class StringFunctions
{
    private static IEnumerable<BuiltinFunction> Removing() =>
    [
        new("remove", "text, remove", static (in a) => a.Text(1).Length == 0 ? a.Text(0) : a.Text(0).Replace(a.Text(1), "", StringComparison.Ordinal)),
        new("remove_first", "text, remove", static (in a) => ReplaceOne(a, a.Text(1), "", fromEnd: false)),
        new("remove_last", "text, remove", static (in a) => ReplaceOne(a, a.Text(1), "", fromEnd: true)),
        new("replace", "text, match, replace", static (in a) => ReplaceAll(a)),
        new("replace_first", "text, match, replace, from_end?", static (in a) => ReplaceOne(a, a.Text(1), a.Text(2), a.Bool(3))),
        new("strip_newlines", "text", static (in a) => a.Text(0).Replace("\r\n", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal)),
    ];

    private static string ReplaceAll(in BuiltinArguments arguments)
    {
        var (text, match, replacement) = (arguments.Text(0), arguments.Text(1), arguments.Text(2));
        if (text.Length == 0)
        {
            return text;
        }

        if (match.Length == 0)
        {
            throw arguments.Fail("The value cannot be an empty string. (Parameter 'oldValue')");
        }

        if (replacement.Length > match.Length)
        {
            var matches = (long)text.AsSpan().Count(match.AsSpan());
            arguments.Context.CheckLength(arguments.Span, text.Length + (matches * (replacement.Length - match.Length)));
        }

        return text.Replace(match, replacement, StringComparison.Ordinal);
    }

    private static string ReplaceOne(in BuiltinArguments arguments, string match, string replacement, bool fromEnd)
    {
        var text = arguments.Text(0);
        var at = match.Length == 0 ? -1
            : fromEnd ? text.LastIndexOf(match, StringComparison.Ordinal)
            : text.IndexOf(match, StringComparison.Ordinal);
        return at < 0 ? text : arguments.Limited(string.Concat(text.AsSpan(0, at), replacement, text.AsSpan(at + match.Length)));
    }
}
