using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>Questions about a string.</summary>
internal static partial class StringFunctions
{
    private static IEnumerable<BuiltinFunction> Testing() =>
    [
        new("contains", "text, value", static (in a) => Boxes.Of(!string.IsNullOrEmpty(a.TextOrNull(1)) && a.Text(0).Contains(a.Text(1), StringComparison.Ordinal))),
        new("starts_with", "text, value", static (in a) => Boxes.Of(!string.IsNullOrEmpty(a.TextOrNull(1)) && a.Text(0).StartsWith(a.Text(1), StringComparison.Ordinal))),
        new("ends_with", "text, value", static (in a) => Boxes.Of(!string.IsNullOrEmpty(a.TextOrNull(1)) && a.Text(0).EndsWith(a.Text(1), StringComparison.Ordinal))),
        new("equals_ignore_case", "text, value", static (in a) => Boxes.Of(a.TextOrNull(0) is { } text && text.Equals(a.TextOrNull(1), StringComparison.OrdinalIgnoreCase))),
        new("empty", "text", static (in a) => Boxes.Of(string.IsNullOrEmpty(a.TextOrNull(0)))),
        new("whitespace", "text", static (in a) => Boxes.Of(string.IsNullOrWhiteSpace(a.TextOrNull(0)))),
        new("size", "text", static (in a) => Boxes.Of(a.Text(0).Length)),
        new("index_of", "text, search, start_index?, count?, string_comparison?", static (in a) => Boxes.Of(IndexOf(a))),
    ];

    private static int IndexOf(in BuiltinArguments arguments)
    {
        var text = arguments.TextOrNull(0) ?? throw arguments.FailAt(0, "Value cannot be null.");
        var search = arguments.TextOrNull(1) ?? throw arguments.FailAt(1, "Value cannot be null.");
        var start = arguments.Int(2);
        if (start < 0 || start > text.Length)
        {
            throw arguments.FailAt(2, "The start index must be a position in the text.");
        }

        var count = arguments.Int(3, text.Length - start);
        if (count < 0 || count > text.Length - start)
        {
            throw arguments.FailAt(3, "The count must be positive and refer to a range within the text.");
        }

        return text.IndexOf(search, start, count, Comparison(arguments));
    }

    private static StringComparison Comparison(in BuiltinArguments arguments)
    {
        var name = arguments.TextOrNull(4);
        if (name is null)
        {
            return StringComparison.Ordinal;
        }

        return Enum.TryParse<StringComparison>(name, ignoreCase: true, out var comparison) && Enum.IsDefined(comparison)
            ? comparison
            : throw arguments.FailAt(4, $"Invalid string comparison `{name}`.");
    }
}
