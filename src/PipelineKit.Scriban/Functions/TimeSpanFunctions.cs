using System.Collections.Frozen;
using System.Globalization;

namespace Scriban.Functions;

/// <summary>The <c>timespan</c> functions (built-in functions, "timespan").</summary>
internal static class TimeSpanFunctions
{
    public static FrozenDictionary<string, object> All { get; } = new Dictionary<string, object>(
        BuiltinNamespace.Share(
        [
            new("from_days", "days", static (in a) => From(a, TimeSpan.TicksPerDay)),
            new("from_hours", "hours", static (in a) => From(a, TimeSpan.TicksPerHour)),
            new("from_minutes", "minutes", static (in a) => From(a, TimeSpan.TicksPerMinute)),
            new("from_seconds", "seconds", static (in a) => From(a, TimeSpan.TicksPerSecond)),
            new("from_milliseconds", "millis", static (in a) => From(a, TimeSpan.TicksPerMillisecond)),
            new("parse", "text", static (in a) => Parse(a)),
        ]))
    {
        ["zero"] = TimeSpan.Zero,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static TimeSpan From(in BuiltinArguments arguments, long ticks)
    {
        var total = arguments.Double(0) * ticks;
        return double.IsNaN(total) || Math.Abs(total) >= long.MaxValue
            ? throw arguments.Fail("TimeSpan overflowed because the duration is too long.")
            : TimeSpan.FromTicks((long)total);
    }

    private static TimeSpan? Parse(in BuiltinArguments arguments)
    {
        if (arguments.TextOrNull(0) is not { } text)
        {
            return null;
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span)
            ? span
            : throw arguments.Fail($"String '{text}' was not recognized as a valid TimeSpan.");
    }
}
