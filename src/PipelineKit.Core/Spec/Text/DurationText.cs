using System.Globalization;

namespace PipelineKit.Core.Spec.Text;

/// <summary>Durations as specs and stage documents write them: <c>90s</c>, <c>15m</c>, <c>2h</c>, <c>7d</c>.</summary>
public static class DurationText
{
    /// <summary>Regular expression of the form, for schemas and messages.</summary>
    public const string Pattern = "^[1-9][0-9]{0,5}[smhd]$";

    /// <summary>Reads a duration: a whole number from 1 to 999999 and a unit.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        if (text.Length is < 2 or > 7 || text[0] == '0' || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return false;
        }

        var unit = text[^1] switch
        {
            's' => TimeSpan.FromSeconds(1),
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            'd' => TimeSpan.FromDays(1),
            _ => TimeSpan.Zero,
        };
        duration = unit * count;
        return unit != TimeSpan.Zero;
    }

    /// <summary>Writes a duration in the largest unit that is exact.</summary>
    public static string Format(TimeSpan duration)
    {
        var seconds = (long)duration.TotalSeconds;
        var (count, unit) = seconds switch
        {
            _ when seconds % 86400 == 0 => (seconds / 86400, 'd'),
            _ when seconds % 3600 == 0 => (seconds / 3600, 'h'),
            _ when seconds % 60 == 0 => (seconds / 60, 'm'),
            _ => (seconds, 's'),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{count}{unit}");
    }
}
