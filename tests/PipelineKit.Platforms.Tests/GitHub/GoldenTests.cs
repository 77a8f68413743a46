using System.Runtime.CompilerServices;
using PipelineKit.Platforms.GitHub;
using PipelineKit.Platforms.Tests.GitHub.Samples;
using PipelineKit.Platforms.Tests.Shared;
using Shouldly;

namespace PipelineKit.Platforms.Tests.GitHub;

public class GoldenTests
{
    public static TheoryData<string> Names => [.. Pipelines.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_workflow_is_as_committed(string name)
    {
        var path = Path.Combine(Folder(), name + ".yml");
        var text = GitHubHarness.Text(Pipelines.All[name]);
        if (Environment.GetEnvironmentVariable("PIPELINEKIT_UPDATE") == "1")
        {
            File.WriteAllText(path, text);
        }

        File.ReadAllText(path).ShouldBe(text);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_workflow_passes_its_own_audit(string name) =>
        new GitHubEmitter().Audit(GitHubHarness.Emit(Pipelines.All[name]).Tree).ShouldBeEmpty();

    [Fact]
    public void Independent_validators_accept_every_workflow() => Validators.Accept("github.mjs", Directory.GetFiles(Folder(), "*.yml").Order(StringComparer.Ordinal));

    [Fact]
    public void No_golden_is_orphaned() =>
        Directory.GetFiles(Folder(), "*.yml").Select(Path.GetFileNameWithoutExtension).ShouldBe(Pipelines.All.Keys, ignoreOrder: true);

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "cases");
}
