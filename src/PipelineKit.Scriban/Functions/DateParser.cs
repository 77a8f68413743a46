using System.Globalization;
using System.Text;

namespace Scriban.Functions;

/// <summary>Text as a date, freely or by a pattern of the language.</summary>
internal static class DateParser
{
    private const DateTimeStyles Styles = DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces;

    /// <summary>The date; null for no text, the smallest date for text that is none.</summary>
    public static object? Parse(string? text, string? pattern, CultureInfo culture)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var isDate = string.IsNullOrEmpty(pattern)
            ? DateTime.TryParse(text, culture, Styles, out var date)
            : DateTime.TryParseExact(text, ToFormat(pattern), culture, Styles, out date);
        return isDate ? date : default(DateTime);
    }

    private static string ToFormat(string pattern)
    {
        var format = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '%' && i + 1 < pattern.Length && Specifier(pattern[i + 1]) is { } specifier)
            {
                format.Append(specifier);
                i++;
            }
            else
            {
                format.Append('\\').Append(pattern[i]);
            }
        }

        return format.Length == 1 ? "%" + format : format.ToString();
    }

    private static string? Specifier(char c) => c switch
    {
        'a' => "ddd",
        'A' => "dddd",
        'b' or 'h' => "MMM",
        'B' => "MMMM",
        'd' => "dd",
        'e' => "d",
        'D' => "MM/dd/yy",
        'F' => "yyyy-MM-dd",
        'H' => "HH",
        'k' => "H",
        'I' => "hh",
        'l' => "h",
        'L' => "fff",
        'm' => "MM",
        'M' => "mm",
        'N' => "fffffff",
        'p' or 'P' => "tt",
        'r' => "hh:mm:ss tt",
        'R' => "HH:mm",
        'S' => "ss",
        'T' => "HH:mm:ss",
        'y' => "yy",
        'Y' => "yyyy",
        'Z' => "zzz",
        'n' => "\n",
        't' => "\t",
        'g' => "",
        '%' => "\\%",
        _ => null,
    };
}
