namespace Durations.Tests;

public sealed class DurationTests
{
    [Theory]
    [InlineData("P1Y2M3DT4H5M6.5S", 1, 2, 3, 14_706_500)]
    [InlineData("P2W", 0, 0, 14, 0)]
    [InlineData("P1W1D", 0, 0, 8, 0)]
    [InlineData("PT36H", 0, 0, 0, 129_600_000)]
    [InlineData("PT0,25S", 0, 0, 0, 250)]
    [InlineData("PT0S", 0, 0, 0, 0)]
    public void Reads_every_part(string text, int years, int months, int days, long milliseconds) =>
        Assert.Equal(new Duration(years, months, days, TimeSpan.FromMilliseconds(milliseconds)), Duration.Parse(text));

    [Theory]
    [InlineData("", "P is expected")]
    [InlineData("P", "a number with a designator is expected")]
    [InlineData("1Y", "P is expected")]
    [InlineData("P1", "one of Y, M, W, D is expected")]
    [InlineData("P1D2Y", "position 4")]
    [InlineData("P1.5Y", "one of Y, M, W, D is expected")]
    [InlineData("PT", "a number is expected after T")]
    [InlineData("PT1.2.3S", "is not a number")]
    [InlineData("P1Y ", "a number with a designator is expected")]
    [InlineData("PT99999999999999H", "longer than a duration can be")]
    public void Says_where_a_text_stops_being_a_duration(string text, string problem)
    {
        var thrown = Assert.Throws<FormatException>(() => Duration.Parse(text));
        Assert.Contains(problem, thrown.Message, StringComparison.Ordinal);
        Assert.False(Duration.TryParse(text, out var none));
        Assert.Equal(Duration.Zero, none);
    }

    [Theory]
    [InlineData("P1Y2M3DT4H5M6.5S")]
    [InlineData("P14D")]
    [InlineData("PT36H")]
    [InlineData("PT1M")]
    [InlineData("PT0S")]
    public void Writes_what_it_reads(string text)
    {
        Assert.True(Duration.TryParse(text, out var duration));
        Assert.Equal(text, duration.ToString());
    }

    [Theory]
    [InlineData("2024-01-31", "P1M", "2024-02-29")]
    [InlineData("2024-02-29", "P1Y", "2025-02-28")]
    [InlineData("2024-02-28", "P1DT24H", "2024-03-01")]
    public void Adds_calendar_parts_before_clock_parts(string start, string duration, string end) =>
        Assert.Equal(Date(end), Duration.Parse(duration).AddTo(Date(start)));

    [Fact]
    public void Null_is_no_duration()
    {
        Assert.False(Duration.TryParse(null, out _));
        Assert.Throws<ArgumentNullException>(() => Duration.Parse(null!));
    }

    private static DateTime Date(string text) => DateTime.ParseExact(text, "yyyy-MM-dd", null);
}
