using PipelineKit.Core.Spec.Text;
using Shouldly;

namespace PipelineKit.Core.Tests.Spec.Text;

public sealed class VersionRangeTests
{
    [Theory]
    [InlineData(">=0.1", "0.1.0", true)]
    [InlineData(">=0.1", "0.0.9", false)]
    [InlineData(">=0.2 <1", "0.9.9", true)]
    [InlineData(">= 0.2, < 1", "1.0.0", false)]
    [InlineData("0.1", "0.1.0", true)]
    [InlineData("=0.1.2", "0.1.3", false)]
    [InlineData(">1", "1.0.0", false)]
    [InlineData("<=1.2", "1.2.0", true)]
    [InlineData(">=1.0.0", "1.0.0-beta.1", false)]
    [InlineData(">=1.0.0-alpha", "1.0.0", true)]
    [InlineData(">=0.10", "0.9.0", false)]
    [InlineData(">=0.1", "0.1.0+abc", true)]
    public void Ranges_hold_or_not(string range, string version, bool expected)
    {
        VersionRange.TryParse(range, out var parsed).ShouldBeTrue();
        parsed!.Contains(version).ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("latest")]
    [InlineData("~1.2")]
    [InlineData("^1")]
    [InlineData(">=")]
    [InlineData("1.2.3.4")]
    [InlineData("=>1")]
    [InlineData("1.x")]
    public void Other_texts_are_no_ranges(string text) => VersionRange.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("1.2.3", true)]
    [InlineData("v1.2", true)]
    [InlineData("25.8.0", true)]
    [InlineData("2024.6.1", true)]
    [InlineData("1.0.0-rc.1", true)]
    [InlineData("3.12.11-slim", true)]
    [InlineData("11.4.5", true)]
    [InlineData("7.0.0a1", true)]
    [InlineData("latest", false)]
    [InlineData("", false)]
    [InlineData("^1.2", false)]
    [InlineData(">=1.2", false)]
    [InlineData("1.x", false)]
    [InlineData("1..2", false)]
    [InlineData("1.2 3", false)]
    [InlineData("1.*", false)]
    [InlineData("-1.2", false)]
    public void A_pin_is_one_version(string text, bool expected) => VersionRange.IsExact(text).ShouldBe(expected);
}
