using System.Globalization;

namespace PipelineKit.Core.Spec.Text;

/// <summary>
/// Cron expressions that GitHub and GitLab both run: five fields (POSIX crontab) with lists, ranges, steps and English names. Not more often than
/// every five minutes, which is GitHub's shortest interval.
/// </summary>
internal static class CronExpression
{
    private static readonly Field[] Fields =
    [
        new("minute", 0, 59, []),
        new("hour", 0, 23, []),
        new("day of the month", 1, 31, []),
        new("month", 1, 12, ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]),
        new("weekday", 0, 6, ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]),
    ];

    private static readonly int[] LongestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    private sealed record Field(string Name, int Low, int High, string[] Names);

    /// <summary>What is wrong with an expression, or null.</summary>
    public static string? Problem(string text)
    {
        if (text.StartsWith('@'))
        {
            return "names such as @daily are not known to every platform";
        }

        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != Fields.Length)
        {
            return $"it has {parts.Length.ToString(CultureInfo.InvariantCulture)} fields, not five";
        }

        var sets = new SortedSet<int>[Fields.Length];
        for (var i = 0; i < Fields.Length; i++)
        {
            if (Values(parts[i], Fields[i], out sets[i]) is { } problem)
            {
                return problem;
            }
        }

        if (TooOften(sets[0], sets[1]))
        {
            return "it runs more often than every five minutes";
        }

        return parts[4] == "*" && sets[3].All(month => LongestMonths[month - 1] < sets[2].Min) ? "no such day exists in these months" : null;
    }

    private static string? Values(string text, Field field, out SortedSet<int> values)
    {
        values = [];
        foreach (var item in text.Split(','))
        {
            var slash = item.Split('/');
            var step = 1;
            if (slash.Length > 2 || (slash.Length == 2 && (!Number(slash[1], out step) || step == 0)))
            {
                return $"\"{item}\" is no step of the {field.Name}";
            }

            if (!Range(slash[0], field, slash.Length == 2, out var low, out var high))
            {
                return $"\"{item}\" is no {field.Name}; it goes from {field.Low.ToString(CultureInfo.InvariantCulture)} to {field.High.ToString(CultureInfo.InvariantCulture)}";
            }

            for (var value = low; value <= high; value += step)
            {
                values.Add(value);
            }
        }

        return null;
    }

    private static bool Range(string text, Field field, bool stepped, out int low, out int high)
    {
        (low, high) = (field.Low, field.High);
        if (text == "*")
        {
            return true;
        }

        var ends = text.Split('-');
        if (ends.Length > 2 || !Value(ends[0], field, out low))
        {
            return false;
        }

        high = ends.Length == 1 && !stepped ? low : high;
        return ends.Length == 1 || (Value(ends[1], field, out high) && low <= high);
    }

    private static bool Value(string text, Field field, out int value)
    {
        var name = Array.FindIndex(field.Names, n => n.Equals(text, StringComparison.OrdinalIgnoreCase));
        value = name + field.Low;
        return name >= 0 || (Number(text, out value) && value >= field.Low && value <= field.High);
    }

    private static bool Number(string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value < 1000;

    private static bool TooOften(SortedSet<int> minutes, SortedSet<int> hours)
    {
        var list = minutes.ToList();
        var within = list.Zip(list.Skip(1), (a, b) => b - a).Any(gap => gap < 5);
        var nextHour = hours.Any(h => hours.Contains((h + 1) % 24)) && list[0] + 60 - list[^1] < 5;
        return within || nextHour;
    }
}
