using System.Globalization;

namespace PipelineKit.Platforms.GitLab;

/// <summary>Durations in the words that GitLab reads.</summary>
internal static class Durations
{
    /// <summary>For example <c>1 hour 30 minutes</c>; at least one second.</summary>
    public static string Text(TimeSpan duration)
    {
        string?[] parts = [Part(duration.Days, "day"), Part(duration.Hours, "hour"), Part(duration.Minutes, "minute"), Part(duration.Seconds, "second")];
        return string.Join(' ', parts.OfType<string>()) is { Length: > 0 } text ? text : "1 second";
    }

    private static string? Part(int number, string unit) =>
        number <= 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{number} {unit}{(number == 1 ? "" : "s")}");
}
