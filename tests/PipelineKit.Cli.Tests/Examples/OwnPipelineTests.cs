using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Examples;

/// <summary>The pipelines of this repository are those that its own spec gives.</summary>
public sealed class OwnPipelineTests
{
    [Fact]
    public async Task Committed_outputs_are_up_to_date()
    {
        if (TestFolders.Update)
        {
            (await Support.Cli.RunAsync(TestFolders.Repository, "generate", "--force")).Exit.ShouldBe(ExitCode.Ok);
        }

        var result = await Support.Cli.RunAsync(TestFolders.Repository, "generate", "--check");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        result.Out.ShouldBe("");
    }

    [Theory]
    [InlineData("lint")]
    [InlineData("sast")]
    [InlineData("licence-check")]
    [InlineData("test-coverage")]
    [InlineData("docs")]
    public async Task The_quality_gate_counts_every_built_in_stage(string stage)
    {
        var graph = await Support.Cli.RunAsync(TestFolders.Repository, "graph");

        graph.Out.Split('\n').Last(line => line.Contains("<-", StringComparison.Ordinal)).Split("<-")[1].Split(',', StringSplitOptions.TrimEntries).ShouldContain(stage);
    }
}
