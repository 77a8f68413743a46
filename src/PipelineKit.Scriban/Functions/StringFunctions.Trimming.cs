namespace Scriban.Functions;

/// <summary>Whitespace around a string.</summary>
internal static partial class StringFunctions
{
    private static IEnumerable<BuiltinFunction> Trimming() =>
    [
        new("strip", "text", static (in a) => a.TextOrNull(0)?.Trim()),
        new("lstrip", "text", static (in a) => a.TextOrNull(0)?.TrimStart()),
        new("rstrip", "text", static (in a) => a.TextOrNull(0)?.TrimEnd()),
    ];
}
