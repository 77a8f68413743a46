using System.Text;
using Scriban.Evaluation;

namespace Scriban.Functions;

/// <summary>Adding to a string, and its literal forms.</summary>
internal static partial class StringFunctions
{
    private static IEnumerable<BuiltinFunction> Joining() =>
    [
        new("append", "text, with", static (in a) => a.Limited(a.Text(0) + a.Text(1))),
        new("prepend", "text, by", static (in a) => a.Limited(a.Text(1) + a.Text(0))),
        new("escape", "text", static (in a) => a.TextOrNull(0) is { } text ? Escaped(a, text, quote: "") : null),
        new("literal", "text", static (in a) => a.TextOrNull(0) is { } text ? Escaped(a, text, quote: "\"") : null),
        new("pad_left", "text, width", static (in a) => a.Text(0).PadLeft(Width(a))),
        new("pad_right", "text, width", static (in a) => a.Text(0).PadRight(Width(a))),
        new("pluralize", "number, singular, plural", static (in a) => a.Int(0) == 1 ? a.Text(1) : a.Text(2)),
    ];

    private static string Escaped(in BuiltinArguments arguments, string text, string quote)
    {
        var result = new StringBuilder(quote);
        Escaping.AppendEscaped(result, text);
        return arguments.Limited(result.Append(quote).ToString());
    }

    private static int Width(in BuiltinArguments arguments)
    {
        var width = arguments.Int(1);
        var limit = arguments.Context.LimitToString;
        if (width < 0)
        {
            throw arguments.FailAt(1, "The padding width must not be negative.");
        }

        return limit > 0 && width > limit
            ? throw arguments.FailAt(1, $"Padding width `{width}` exceeds the configured LimitToString `{limit}`.")
            : width;
    }
}
