using PipelineKit.Execution.Planning;

namespace PipelineKit.Execution.Tests.LocalRuns.Planning;

public sealed class VersionMatchTests
{
    [Theory]
    [InlineData("exact", "1.2.3", "1.2.3", true)]
    [InlineData("exact", "1.2.3", "1.2.4", false)]
    [InlineData("exact", "10.0.x", "10.0.401", true)]
    [InlineData("prefix", "3.1", "3.1.4", true)]
    [InlineData("prefix", "3.1", "3.12.4", false)]
    [InlineData("prefix", "3.12", "3.12", true)]
    [InlineData("prefix", "10.0.x", "10.0.401", true)]
    [InlineData("prefix", "20", "20.1-rc", true)]
    [InlineData("minimum", "0.12.5", "0.12.10", true)]
    [InlineData("minimum", "0.12.5", "0.12.4", false)]
    [InlineData("minimum", "10.0", "10", true)]
    [InlineData("minimum", "10.0.1", "10", false)]
    [InlineData("minimum", "10.0.401", "10.0.401-preview.1", true)]
    [InlineData("any", "9", "1", true)]
    [InlineData("exact", "", "1", true)]
    [InlineData("exact", "lts/*", "20.1", true)]
    public void Versions_are_compared_as_the_toolchain_says(string match, string wanted, string found, bool accepted) =>
        VersionMatch.Accepts(match, wanted, found).ShouldBe(accepted);
}
