using System.Text.RegularExpressions;
using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Repository;

/// <summary>The workflow that is written by hand: its actions are those of the pin table, at the same commits.</summary>
public sealed partial class ReleaseWorkflowTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(TestFolders.Repository, ".github", "workflows", "release.yml"));

    [Fact]
    public void Actions_are_pinned_as_in_the_table()
    {
        var table = File.ReadAllText(Path.Combine(TestFolders.Repository, "templates", "pins", "actions.yml"));

        var used = Uses().Matches(Text).Select(m => m.Groups[1].Value).ToList();

        used.Count.ShouldBe(Text.Split('\n').Count(line => line.Contains("uses:", StringComparison.Ordinal)));
        used.ShouldAllBe(line => Pin().IsMatch(line) && table.Contains(Entry(line), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("linux-x64")]
    [InlineData("linux-arm64")]
    [InlineData("win-x64")]
    [InlineData("osx-arm64")]
    public void Native_files_are_built_for_each_system(string rid) => Text.ShouldContain($"rid: {rid}");

    // actions/checkout@HASH # v1 => { action: actions/checkout, version: v1, sha: HASH,
    private static string Entry(string line) => Pin().Replace(line, "{ action: $1, version: $3, sha: $2,");

    [GeneratedRegex(@"uses: (.*)")]
    private static partial Regex Uses();

    [GeneratedRegex(@"\A([\w.-]+/[\w.-]+)@([0-9a-f]{40}) # (v[\w.]+)\z")]
    private static partial Regex Pin();
}
