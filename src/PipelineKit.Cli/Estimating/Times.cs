using System.Globalization;
using System.Text.RegularExpressions;

namespace PipelineKit.Cli.Estimating;

/// <summary>Durations as people write them: <c>3m20s</c>, <c>90s</c>, <c>1h5m</c>, <c>2.5s</c>.</summary>
internal static partial class Times
{
    /// <summary>Reads a duration; at least one part, the largest unit first.</summary>
    public static bool TryParse(string text, out TimeSpan time)
    {
        var match = Form().Match(text);
        time = match.Success && text.Length > 0 ? TimeSpan.FromHours(Number(match, 1)) + TimeSpan.FromMinutes(Number(match, 2)) + TimeSpan.FromSeconds(Number(match, 3)) : default;
        return match.Success && text.Length > 0;
    }

    /// <summary>The shortest form in whole seconds; below ten seconds with a tenth.</summary>
    public static string Show(TimeSpan time)
    {
        var seconds = Math.Abs(time.TotalSeconds);
        var sign = time < TimeSpan.Zero ? "-" : "";
        if (seconds < 9.95 && seconds != Math.Floor(seconds))
        {
            return string.Create(CultureInfo.InvariantCulture, $"{sign}{seconds:0.0}s");
        }

        var whole = (long)Math.Round(seconds, MidpointRounding.AwayFromZero);
        var (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60);
        var text = string.Create(CultureInfo.InvariantCulture, $"{(hours > 0 ? $"{hours}h" : "")}{(minutes > 0 ? $"{minutes}m" : "")}{(rest > 0 ? $"{rest}s" : "")}");
        return text.Length == 0 ? "0s" : sign + text;
    }

    private static double Number(Match match, int group) =>
        match.Groups[group].Success ? double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"\A(?:(\d{1,4})h)?(?:(\d{1,5})m)?(?:(\d{1,7}(?:\.\d{1,6})?)s)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
