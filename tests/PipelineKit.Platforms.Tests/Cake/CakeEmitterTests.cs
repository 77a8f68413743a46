using PipelineKit.Core.Generation;
using PipelineKit.Core.Model;
using PipelineKit.Platforms.Cake;
using Shouldly;

namespace PipelineKit.Platforms.Tests.Cake;

public sealed class CakeEmitterTests
{
    [Fact]
    public void The_example_of_the_stage_format_is_one_statement_per_job() =>
        Golden.ShouldMatch(Emission.Of(Samples.Python3)["pipelinekit.cake"], "python.cake");

    [Fact]
    public void Everything_a_job_can_say_is_written() =>
        Golden.ShouldMatch(Emission.Of(Sandbox.Pipeline)["pipelinekit.cake"], "sandbox.cake");

    [Fact]
    public void The_files_have_their_owners()
    {
        var files = new CakeEmitter().Emit(Samples.Python3, new EmitContext("pipelinekit.cake", new PinTable([], []), new()));

        files.Select(f => (f.Path, f.Ownership)).ShouldBe(
        [
            ("pipelinekit.cake", FileOwnership.Generated),
            (".pipelinekit/stages.cake", FileOwnership.Generated),
            (".pipelinekit/versions.cake", FileOwnership.Generated),
            (".pipelinekit/installs.cake", FileOwnership.Generated),
            (".pipelinekit/needs.cake", FileOwnership.Generated),
            (".pipelinekit/matrix.cake", FileOwnership.Generated),
            (".pipelinekit/services.cake", FileOwnership.Generated),
            ("build.cake", FileOwnership.CreatedOnce),
            ("cake.config", FileOwnership.CreatedOnce),
            (".config/dotnet-tools.json", FileOwnership.MergedToolManifest),
        ]);
        files.ShouldAllBe(f => f.Text!.EndsWith('\n') && !f.Text.Contains('\r') && f.Tree == null);
    }

    [Fact]
    public void Another_place_of_the_main_file_is_loaded_from_the_root_and_finds_the_shared_files()
    {
        var files = Emission.Of(Samples.Python3, "build/ci/tasks.cake");

        files["build.cake"].ShouldBe("#load \"build/ci/tasks.cake\"\n\nRunTargets(Arguments(\"target\", \"Default\"));\n");
        files["build/ci/tasks.cake"].ShouldContain("\n#load \"../../.pipelinekit/stages.cake\"\n");
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
            .ShouldContain("Image = \"mirror.example/mariadb:11.4.5\", Port = 3306");

    [Fact]
    public void Shared_files_are_loaded_only_where_a_stage_needs_them() =>
        Emission.Of(Make.Pipeline(Make.Job("a", Make.Command("make")))).Keys.Where(path => path.StartsWith(".pipelinekit/", StringComparison.Ordinal)).ShouldBe([".pipelinekit/stages.cake"]);
}
