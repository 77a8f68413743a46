using System.Globalization;

namespace PipelineKit.Platforms.GitLab;

/// <summary>Durations in the words that GitLab reads.</summary>
internal static class Durations
{
    /// <summary>For example <c>1 hour 30 minutes</c>; at least one second.</summary>
    public static string Text(TimeSpan duration)
    {
        var parts = new[] { (duration.Days, "day"), (duration.Hours, "hour"), (duration.Minutes, "minute"), (duration.Seconds, "second") }
            .Where(part => part.Item1 > 0)
            .Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Item1} {part.Item2}{(part.Item1 == 1 ? "" : "s")}"));
        return string.Join(' ', parts) is { Length: > 0 } text ? text : "1 second";
    }
}
