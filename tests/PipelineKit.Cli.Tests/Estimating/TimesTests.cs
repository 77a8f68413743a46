using PipelineKit.Cli.Estimating;
using Shouldly;

namespace PipelineKit.Cli.Tests.Estimating;

public sealed class TimesTests
{
    [Theory]
    [InlineData("3m20s", 200, "3m20s")]
    [InlineData("90s", 90, "1m30s")]
    [InlineData("1h5m", 3900, "1h5m")]
    [InlineData("2.5s", 2.5, "2.5s")]
    [InlineData("0s", 0, "0s")]
    [InlineData("12.4s", 12.4, "12s")]
    [InlineData("3600s", 3600, "1h")]
    public void Durations_are_read_and_shown(string text, double seconds, string shown)
    {
        Times.TryParse(text, out var time).ShouldBeTrue();
        time.TotalSeconds.ShouldBe(seconds, 0.001);
        Times.Show(time).ShouldBe(shown);
        Times.Show(-time).ShouldBe(seconds == 0 ? "0s" : "-" + shown);
    }

    [Theory]
    [InlineData("")]
    [InlineData("20")]
    [InlineData("s20")]
    [InlineData("20s3m")]
    [InlineData("1.5m")]
    [InlineData("-3s")]
    [InlineData("3 m")]
    [InlineData("99999999s")]
    public void Anything_else_is_refused(string text) => Times.TryParse(text, out _).ShouldBeFalse();
}
