using PipelineKit.Core.Generation;
using PipelineKit.Core.Model;
using PipelineKit.Platforms.Cake;
using Shouldly;

namespace PipelineKit.Platforms.Tests.Cake;

public sealed class CakeEmitterTests
{
    [Fact]
    public void The_example_of_the_stage_format_is_written_as_data() =>
        Golden.ShouldMatch(Emission.Of(Samples.Python3)["pipelinekit.cake"], "python.cake");

    [Fact]
    public void Everything_a_job_can_say_is_written() =>
        Golden.ShouldMatch(Emission.Of(SandboxPipeline.Create())["pipelinekit.cake"], "sandbox.cake");

    [Fact]
    public void The_files_have_their_owners()
    {
        var files = new CakeEmitter().Emit(Samples.Python3, new EmitContext("pipelinekit.cake", new PinTable([], []), new()));

        files.Select(f => (f.Path, f.Ownership)).ShouldBe(
        [
            ("pipelinekit.cake", FileOwnership.Generated),
            (".pipelinekit/runner.cake", FileOwnership.Generated),
            ("build.cake", FileOwnership.CreatedOnce),
            ("cake.config", FileOwnership.CreatedOnce),
            (".config/dotnet-tools.json", FileOwnership.MergedToolManifest),
        ]);
        files.ShouldAllBe(f => f.Text!.EndsWith('\n') && !f.Text.Contains('\r') && f.Tree == null);
    }

    [Fact]
    public void Another_place_of_the_main_file_is_loaded_from_the_root_and_finds_the_runner()
    {
        var files = Emission.Of(Samples.Python3, "build/ci/tasks.cake");

        files["build.cake"].ShouldBe("#load \"build/ci/tasks.cake\"\n\nRunTargets(Arguments(\"target\", \"Default\"));\n");
        files["build/ci/tasks.cake"].ShouldStartWith("#load \"../../.pipelinekit/runner.cake\"\n");
    }

    [Fact]
    public void The_tool_manifest_has_PipelineKit_only_when_the_pipeline_runs_it()
    {
        var with = Samples.Python3 with { Settings = new Settings { PipelineKit = new ToolSource("packages", "1.2.3") } };

        Golden.ShouldMatch(Emission.Of(Samples.Python3)[".config/dotnet-tools.json"], "dotnet-tools.json");
        Golden.ShouldMatch(Emission.Of(with)[".config/dotnet-tools.json"], "dotnet-tools-with-pipelinekit.json");
        Golden.ShouldMatch(Emission.Of(with)["cake.config"], "cake.config");
    }

    [Fact]
    public void Images_go_through_the_mirror() =>
        Emission.Of(Samples.Python3 with { Settings = new Settings { ImagesPrefix = "mirror.example/" } })["pipelinekit.cake"]
            .ShouldContain("new(\"mirror.example/mariadb:11.4.5\", 3306");
}
