using System.Globalization;
using System.Text;

namespace Durations;

/// <summary>
/// A duration of ISO 8601-1:2019, section 5.5.2: calendar parts, whose length depends on the date they are added to,
/// and a clock part, whose length does not.
/// </summary>
/// <param name="Years">Whole years, at least 0.</param>
/// <param name="Months">Whole months, at least 0.</param>
/// <param name="Days">Whole days, at least 0; a week is seven of them.</param>
/// <param name="Clock">Hours, minutes and seconds, at least zero.</param>
public readonly record struct Duration(int Years, int Months, int Days, TimeSpan Clock)
{
    /// <summary>The duration that adds nothing.</summary>
    public static Duration Zero => default;

    /// <summary>Reads the designator form, such as <c>P1Y2M3DT4H5M6.5S</c> or <c>P2W</c>.</summary>
    /// <param name="text">The text, without white space around it.</param>
    /// <returns>The duration.</returns>
    /// <exception cref="FormatException">The text is not a duration; the message says where it stops being one.</exception>
    public static Duration Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new DurationReader(text).Read();
    }

    /// <summary>Reads the designator form without throwing for a text that is none.</summary>
    /// <param name="text">The text, or null.</param>
    /// <param name="duration">The duration, or <see cref="Zero"/> if there is none.</param>
    /// <returns>Whether the text is a duration.</returns>
    public static bool TryParse(string? text, out Duration duration)
    {
        duration = Zero;
        if (text is null)
        {
            return false;
        }

        try
        {
            duration = Parse(text);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>Adds this duration to a date and time: years, then months, then days, then the clock part.</summary>
    /// <param name="start">Where the duration begins.</param>
    /// <returns>Where it ends. A day that the month does not have becomes its last day.</returns>
    public DateTime AddTo(DateTime start) => start.AddYears(Years).AddMonths(Months).AddDays(Days).Add(Clock);

    /// <summary>Writes the designator form, parts of zero left out; <see cref="Zero"/> is <c>PT0S</c>.</summary>
    /// <returns>A text that <see cref="Parse"/> reads back to an equal duration.</returns>
    public override string ToString()
    {
        var text = new StringBuilder("P");
        Append(text, Years, 'Y');
        Append(text, Months, 'M');
        Append(text, Days, 'D');
        if (Clock != TimeSpan.Zero || text.Length == 1)
        {
            AppendClock(text.Append('T'));
        }

        return text.ToString();
    }

    private void AppendClock(StringBuilder text)
    {
        var before = text.Length;
        Append(text, (long)Clock.TotalHours, 'H');
        Append(text, Clock.Minutes, 'M');
        var seconds = (decimal)(Clock.Ticks % TimeSpan.TicksPerMinute) / TimeSpan.TicksPerSecond;
        if (seconds != 0 || text.Length == before)
        {
            text.Append(seconds.ToString("0.#######", CultureInfo.InvariantCulture)).Append('S');
        }
    }

    private static void Append(StringBuilder text, long value, char designator)
    {
        if (value != 0)
        {
            text.Append(value.ToString(CultureInfo.InvariantCulture)).Append(designator);
        }
    }
}
