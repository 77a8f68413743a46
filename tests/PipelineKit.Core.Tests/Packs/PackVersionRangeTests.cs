using PipelineKit.Core.Packs;
using Shouldly;

namespace PipelineKit.Core.Tests.Packs;

/// <summary>Ranges of versions, with the meaning that npm and Cargo give to the two signs.</summary>
public sealed class PackVersionRangeTests
{
    [Theory]
    [InlineData("^1.4", "1.4.0", true)]
    [InlineData("^1.4", "1.9.3", true)]
    [InlineData("^1.4", "1.3.9", false)]
    [InlineData("^1.4", "2.0.0", false)]
    [InlineData("^1.4", "2.0.0-rc.1", false)]
    [InlineData("^0.3.1", "0.3.9", true)]
    [InlineData("^0.3.1", "0.4.0", false)]
    [InlineData("^0.0.3", "0.0.4", false)]
    [InlineData("~1.4.2", "1.4.9", true)]
    [InlineData("~1.4.2", "1.5.0", false)]
    [InlineData("~1", "1.9.0", true)]
    [InlineData("1.4.0", "1.4.0", true)]
    [InlineData("1.4.0", "1.4.1", false)]
    [InlineData(">=1.2, <1.5", "1.4.9", true)]
    [InlineData(">=1.2 <1.5", "1.5.0", false)]
    [InlineData("^1.4", "newest", false)]
    public void A_range_holds_versions(string range, string version, bool holds) => PackVersionRange.TryParse(range)!.Contains(version).ShouldBe(holds);

    [Theory]
    [InlineData("")]
    [InlineData("^")]
    [InlineData("^x")]
    [InlineData("~1.2.3.4")]
    [InlineData("newest")]
    [InlineData("^1.4 || ^2")]
    public void Other_texts_are_no_ranges(string range) => PackVersionRange.TryParse(range).ShouldBeNull();

    [Fact]
    public void The_newest_version_comes_first()
    {
        string[] versions = ["1.2.0", "1.10.0", "1.10.0-rc.1", "1.9.9"];
        versions.Order(Comparer<string>.Create(PackVersionRange.Compare)).ShouldBe(["1.10.0", "1.10.0-rc.1", "1.9.9", "1.2.0"]);
    }
}
