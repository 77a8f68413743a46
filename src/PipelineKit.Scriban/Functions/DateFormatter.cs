using System.Globalization;
using System.Text;

namespace Scriban.Functions;

/// <summary>Dates as text by the patterns of <c>date.to_string</c>.</summary>
internal static class DateFormatter
{
    /// <summary>The value of <c>date.default_format</c>.</summary>
    public const string DefaultFormat = "%d %b %Y";

    /// <summary>Formats a date; without pattern with <c>date.format</c>.</summary>
    public static string Format(TemplateContext context, DateTime date, string? pattern, CultureInfo culture)
    {
        var format = (context.BuiltinObject as BuiltinFunctions)?.DateFormat ?? DefaultFormat;
        if (pattern == "%g")
        {
            pattern = "%g " + format;
        }

        var text = new StringBuilder();
        Append(text, date, pattern ?? format, culture);
        return text.ToString();
    }

    private static void Append(StringBuilder text, DateTime date, string pattern, CultureInfo culture)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%' || i + 1 >= pattern.Length)
            {
                text.Append(pattern[i]);
                continue;
            }

            i++;
            if (pattern[i] == 'g')
            {
                culture = CultureInfo.InvariantCulture;
                i += i + 1 < pattern.Length && pattern[i + 1] == ' ' ? 1 : 0;
                continue;
            }

            AppendField(text, date, pattern[i], culture);
        }
    }

    private static void AppendField(StringBuilder text, DateTime date, char field, CultureInfo culture)
    {
        if (Combination(field) is { } combination)
        {
            Append(text, date, combination, culture);
            return;
        }

        text.Append(NameOrNumber(date, field, culture) ?? Calculated(date, field, culture) ?? "%" + field);
    }

    private static string? Combination(char field) => field switch
    {
        'c' => "%a %b %e %T %Y",
        'D' => "%m/%d/%y",
        'F' => "%Y-%m-%d",
        'r' => "%I:%M:%S %p",
        'R' => "%H:%M",
        'T' => "%H:%M:%S",
        _ => null,
    };

    private static string? NameOrNumber(DateTime date, char field, CultureInfo culture) => field switch
    {
        'a' => date.ToString("ddd", culture),
        'A' => date.ToString("dddd", culture),
        'b' or 'h' => date.ToString("MMM", culture),
        'B' => date.ToString("MMMM", culture),
        'd' => date.ToString("dd", culture),
        'H' => date.ToString("HH", culture),
        'I' => date.ToString("hh", culture),
        'L' => date.ToString("fff", culture),
        'm' => date.ToString("MM", culture),
        'M' => date.ToString("mm", culture),
        'p' => date.ToString("tt", culture),
        'P' => date.ToString("tt", culture).ToLowerInvariant(),
        'S' => date.ToString("ss", culture),
        'x' => date.ToString("d", culture),
        'X' => date.ToString("T", culture),
        'y' => date.ToString("yy", culture),
        'Y' => date.ToString("yyyy", culture),
        _ => null,
    };

    private static string? Calculated(DateTime date, char field, CultureInfo culture) => field switch
    {
        'C' => Number(date.Year / 100, "D2"),
        'e' => Number(date.Day, "D").PadLeft(2),
        'j' => Number(date.DayOfYear, "D3"),
        'k' => Number(date.Hour, "D").PadLeft(2),
        'l' => Number(((date.Hour + 11) % 12) + 1, "D").PadLeft(2),
        'n' => "\n",
        'N' => Number((int)(date.Ticks % TimeSpan.TicksPerSecond) * 100, "D9"),
        's' => ((date.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond).ToString(CultureInfo.InvariantCulture),
        't' => "\t",
        'u' => Number(date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek, "D"),
        'U' => Number(Week(date, culture, DayOfWeek.Sunday), "D2"),
        'v' => string.Create(CultureInfo.InvariantCulture, $"{date.Day,2}-{date.ToString("MMM", CultureInfo.InvariantCulture).ToUpperInvariant()}-{date.Year:D4}"),
        'V' => Number(ISOWeek.GetWeekOfYear(date), "D2"),
        'w' => Number((int)date.DayOfWeek, "D"),
        'W' => Number(Week(date, culture, DayOfWeek.Monday), "D2"),
        'Z' => "+00:00",
        '%' => "%",
        _ => null,
    };

    private static int Week(DateTime date, CultureInfo culture, DayOfWeek first) =>
        culture.Calendar.GetWeekOfYear(date, CalendarWeekRule.FirstDay, first);

    private static string Number(int value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
