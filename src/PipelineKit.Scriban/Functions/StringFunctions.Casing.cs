using System.Text;

namespace Scriban.Functions;

/// <summary>Upper and lower case, and the url handle.</summary>
internal static partial class StringFunctions
{
    private static IEnumerable<BuiltinFunction> Casing() =>
    [
        new("upcase", "text", static (in a) => a.TextOrNull(0)?.ToUpperInvariant()),
        new("downcase", "text", static (in a) => a.TextOrNull(0)?.ToLowerInvariant()),
        new("capitalize", "text", static (in a) => Capitalize(a.Text(0))),
        new("capitalizewords", "text", static (in a) => CapitalizeWords(a.Text(0))),
        new("handleize", "text", static (in a) => Handle(a.TextOrNull(0) ?? throw a.Fail("Object reference not set to an instance of an object."))),
    ];

    private static string Capitalize(string text) =>
        text.Length == 0 || char.IsUpper(text[0]) ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string CapitalizeWords(string text)
    {
        var result = new StringBuilder(text.Length);
        var atStart = true;
        foreach (var c in text)
        {
            result.Append(atStart ? char.ToUpperInvariant(c) : c);
            atStart = char.IsWhiteSpace(c);
        }

        return result.ToString();
    }

    /// <summary>Letters and digits in lower case; every run of other characters becomes one hyphen, none at the end.</summary>
    private static string Handle(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                result.Append(char.ToLowerInvariant(c));
            }
            else if (result.Length == 0 || result[^1] != '-')
            {
                result.Append('-');
            }
        }

        return result.Length > 0 && result[^1] == '-' ? result.ToString(0, result.Length - 1) : result.ToString();
    }
}
