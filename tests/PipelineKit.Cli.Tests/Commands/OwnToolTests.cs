using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Commands;

/// <summary>What a pipeline gets that runs this program: the drift job and the files it is restored by, for every target, and only then.</summary>
public sealed class OwnToolTests : IDisposable
{
    private const string Source = "pipelinekit: { source: tools/packages, version: 0.1.0 }\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pipelinekit-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("github")]
    [InlineData("gitlab")]
    [InlineData("cake")]
    public async Task Every_target_gets_the_job_and_both_manifests(string target)
    {
        var output = await Generate(target, Source, "lint:");

        output.ShouldContain("==> .config/dotnet-tools.json <==");
        output.ShouldContain("==> .pipelinekit/dotnet-tools.json <==");
        output.ShouldContain("    <clear />\n    <add key=\"pipelinekit\" value=\"../tools/packages\" />\n  </packageSources>");
        output.ShouldContain("drift");
        output.ShouldContain("\"pipelinekit\": {\n      \"version\": \"0.1.0\"");
        output.Split("==> .config/dotnet-tools.json <==").Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_feed_is_named_as_it_is()
    {
        var output = await Generate("github", "pipelinekit: { source: \"https://feed.example.com/v3/index.json?a=1&b=2\", version: 0.1.0 }\n", "lint:");

        output.ShouldContain("value=\"https://feed.example.com/v3/index.json?a=1&amp;b=2\"");
    }

    [Fact]
    public async Task Without_a_source_no_file_names_the_program_as_a_package()
    {
        var output = await Generate("cake", "", "lint:");

        output.ShouldNotContain("drift");
        output.ShouldNotContain("\"pipelinekit\":");
        output.ShouldNotContain("feed.config");
    }

    [Fact]
    public async Task The_job_takes_common_keys()
    {
        var output = await Generate("github", Source, "lint: , drift: { timeout: 3m, when: { events: [pull-request] } }");

        output.Split("\n  drift:\n").Length.ShouldBe(2);
        output.ShouldContain("timeout-minutes: 3\n");
    }

    [Fact]
    public async Task The_name_is_not_free_for_a_stage_of_ones_own()
    {
        Write("pipelinekit.yml", Spec("github", Source, "lint: , drift: { run: [[echo, mine]] }"));

        (await Support.Cli.RunAsync(_folder.FullName, "generate")).Exit.ShouldBe(ExitCode.ProblemsFound);
    }

    [Fact]
    public async Task Another_spec_is_named()
    {
        Write("other.yml", Spec("github", Source, "licence-check: { tools: [pipelinekit] }"));

        var result = await Support.Cli.RunAsync(_folder.FullName, "generate", "--dry-run", "--spec", "other.yml");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        result.Out.ShouldContain("generate --check --spec other.yml");
        result.Out.ShouldContain("licences --directory . --spec other.yml .");
    }

    private static string Spec(string target, string source, string stages) =>
        $"version: 1\nname: app\ntargets: [{target}]\nstack: node\n{source}stages: {{ {stages} }}\n";

    private void Write(string path, string text) => File.WriteAllText(Path.Combine(_folder.FullName, path), text);

    private async Task<string> Generate(string target, string source, string stages)
    {
        Write("pipelinekit.yml", Spec(target, source, stages));
        var result = await Support.Cli.RunAsync(_folder.FullName, "generate", "--dry-run");
        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        return result.Out;
    }
}
