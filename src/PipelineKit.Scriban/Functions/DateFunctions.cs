using System.Collections.Frozen;
using System.Globalization;
using Scriban.Evaluation;

namespace Scriban.Functions;

/// <summary>The <c>date</c> functions (built-in functions, "date"). Dates with a zone are converted to UTC.</summary>
internal static class DateFunctions
{
    public static FrozenDictionary<string, object> All { get; } = new Dictionary<string, object>(
        BuiltinNamespace.Share(
        [
            new("now", "", static (in a) => a.Context.Clock?.GetLocalNow().DateTime ?? throw a.Fail("The clock is not available to this template.")),
            new("add_days", "date, days", static (in a) => Add(a, TimeSpan.TicksPerDay)),
            new("add_hours", "date, hours", static (in a) => Add(a, TimeSpan.TicksPerHour)),
            new("add_minutes", "date, minutes", static (in a) => Add(a, TimeSpan.TicksPerMinute)),
            new("add_seconds", "date, seconds", static (in a) => Add(a, TimeSpan.TicksPerSecond)),
            new("add_milliseconds", "date, millis", static (in a) => Add(a, TimeSpan.TicksPerMillisecond)),
            new("add_months", "date, months", static (in a) => AddMonths(a, 1)),
            new("add_years", "date, years", static (in a) => AddMonths(a, 12)),
            new("parse", "text, pattern?, culture?", static (in a) => DateParser.Parse(a.TextOrNull(0), a.TextOrNull(1), Formatting.Culture(a, 2))),
            new("parse_to_string", "text, output_pattern?, output_culture?, input_pattern?, input_culture?", static (in a) => ParseToString(a)),
            new("to_string", "datetime, pattern, culture?", static (in a) => DateOf(a) is { } date
                ? a.Limited(DateFormatter.Format(a.Context, date, a.TextOrNull(1), Formatting.Culture(a, 2)))
                : null),
        ]))
    {
        ["default_format"] = DateFormatter.DefaultFormat,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static DateTime? DateOf(in BuiltinArguments arguments) => arguments[0] switch
    {
        null => null,
        DateTime date => date,
        DateTimeOffset date => date.DateTime,
        string text when DateParser.Parse(text, null, arguments.Context.CurrentCulture) is DateTime date && date != default => date,
        var value => throw Conversions.Fail(arguments.Context, arguments.Span, value, "DateTime"),
    };

    private static DateTime? Add(in BuiltinArguments arguments, long ticks)
    {
        if (DateOf(arguments) is not { } date)
        {
            return null;
        }

        var total = date.Ticks + (arguments.Double(1) * ticks);
        return total >= 0 && total <= DateTime.MaxValue.Ticks
            ? date.AddTicks((long)Math.Round(arguments.Double(1) * ticks))
            : throw OutOfRange(arguments);
    }

    private static DateTime? AddMonths(in BuiltinArguments arguments, int factor)
    {
        if (DateOf(arguments) is not { } date)
        {
            return null;
        }

        var months = (long)arguments.Int(1) * factor;
        var year = date.Year + (((date.Month - 1) + months) / 12.0);
        return Math.Abs(months) < 120_000 && year >= 1 && year < 10_000 ? date.AddMonths((int)months) : throw OutOfRange(arguments);
    }

    private static Syntax.ScriptRuntimeException OutOfRange(in BuiltinArguments arguments) =>
        arguments.Fail("The added or subtracted value results in an un-representable DateTime.");

    private static string? ParseToString(in BuiltinArguments arguments) =>
        DateParser.Parse(arguments.TextOrNull(0), arguments.TextOrNull(3), Formatting.Culture(arguments, 4)) is DateTime date
            ? arguments.Limited(DateFormatter.Format(arguments.Context, date, arguments.TextOrNull(1), Formatting.Culture(arguments, 2)))
            : null;
}
