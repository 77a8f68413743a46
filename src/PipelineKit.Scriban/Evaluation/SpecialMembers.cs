using System.Collections;
using Scriban.Runtime;

namespace Scriban.Evaluation;

/// <summary>Members that values have by themselves: <c>size</c>, and the parts of dates and time spans.</summary>
internal static class SpecialMembers
{
    public static bool TryGet(object target, string name, out object? value)
    {
        value = target switch
        {
            string text => name == "size" ? Boxes.Of(text.Length) : null,
            ScriptArray array => name == "size" ? Boxes.Of(array.Count) : null,
            ScriptRange range => name == "size" ? Boxes.Of((int)Math.Min(int.MaxValue, range.Count)) : null,
            ICollection collection => name == "size" ? Boxes.Of(collection.Count) : null,
            DateTimeOffset date => OfDate(date.DateTime, name),
            DateTime date => OfDate(date, name),
            TimeSpan span => OfTimeSpan(span, name),
            _ => null,
        };
        return value is not null;
    }

    private static object? OfDate(DateTime date, string name) => name switch
    {
        "year" => Boxes.Of(date.Year),
        "month" => Boxes.Of(date.Month),
        "day" => Boxes.Of(date.Day),
        "day_of_year" => Boxes.Of(date.DayOfYear),
        "day_of_week" => date.DayOfWeek,
        "hour" => Boxes.Of(date.Hour),
        "minute" => Boxes.Of(date.Minute),
        "second" => Boxes.Of(date.Second),
        "millisecond" => Boxes.Of(date.Millisecond),
        "time_of_day" => date.TimeOfDay,
        "ticks" => date.Ticks,
        "date" => date.Date,
        "kind" => date.Kind,
        _ => null,
    };

    private static object? OfTimeSpan(TimeSpan span, string name) => name switch
    {
        "days" => Boxes.Of(span.Days),
        "hours" => Boxes.Of(span.Hours),
        "minutes" => Boxes.Of(span.Minutes),
        "seconds" => Boxes.Of(span.Seconds),
        "milliseconds" => Boxes.Of(span.Milliseconds),
        "ticks" => span.Ticks,
        "total_days" => span.TotalDays,
        "total_hours" => span.TotalHours,
        "total_minutes" => span.TotalMinutes,
        "total_seconds" => span.TotalSeconds,
        "total_milliseconds" => span.TotalMilliseconds,
        _ => null,
    };
}
