using System.Text.RegularExpressions;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Model;
using PipelineKit.Platforms.Cake;
using Shouldly;

namespace PipelineKit.Platforms.Tests.Cake.Frosting;

/// <summary>The files of the compiled project, and that they say what the script says.</summary>
public sealed partial class FrostingProjectTests
{
    [Fact]
    public void The_files_have_their_owners()
    {
        var files = new CakeEmitter().Emit(FrostingSandbox.Pipeline, new EmitContext("pipelinekit.cake", new PinTable([], []), new()));

        files.Where(f => f.Ownership == FileOwnership.CreatedOnce).Select(f => f.Path).ShouldBe(["build/Program.cs", "build/Build.csproj", "build/.gitignore"]);
        files.Where(f => f.Ownership == FileOwnership.Generated).Select(f => f.Path).ShouldBe(
            ["build/Stages.cs", .. new[] { "Stage", "StageSettings", "StageContext", "StageLifetime", "Programs", "Versions", "Installs", "Legs", "Services" }.Select(name => $"build/Shared/{name}.cs")]);
    }

    [Fact]
    public void Another_folder_starts_at_the_root_all_the_same() =>
        Emission.Of(FrostingSandbox.Pipeline with { Settings = new Settings { FrostingFolder = "eng/build" } })["eng/build/Build.csproj"]
            .ShouldContain("<RunWorkingDirectory>$(MSBuildProjectDirectory)/../..</RunWorkingDirectory>");

    // The script is read back and compared with the other platforms; the project holds the same commands, word for word and in the same order.
    [Fact]
    public void The_commands_are_those_of_the_script()
    {
        var script = Calls(Emission.Of(Sandbox.Pipeline)["pipelinekit.cake"]);

        script.Count.ShouldBeGreaterThan(30);
        Calls(Emission.Of(FrostingSandbox.Pipeline)["build/Stages.cs"]).ShouldBe(script);
    }

    [Fact]
    public void Everything_a_job_can_say_is_written() =>
        FrostingGolden.ShouldMatch(Emission.Of(FrostingSandbox.Pipeline)["build/Stages.cs"], "Stages.txt");

    [Fact]
    public void Jobs_whose_names_give_one_class_get_two()
    {
        var text = Emission.Of(Make.Pipeline(Make.Job("a-b1", Make.Command("x")), Make.Job("a-b-1", Make.Command("x")), Make.Job("2d", Make.Command("x"))) with { Settings = FrostingSandbox.Pipeline.Settings })["build/Stages.cs"];

        text.ShouldContain("class AB1Task() : Stage(");
        text.ShouldContain("class AB12Task() : Stage(");
        text.ShouldContain("class Stage2dTask() : Stage(");
    }

    // What a stage calls; how a variable of the stage is reached is each host's own.
    private static List<string> Calls(string text) =>
        [.. Call().Matches(Blanks().Replace(text, " ").Replace("Settings.Env[\"LITERAL\"]!", "current.Env[\"LITERAL\"]", StringComparison.Ordinal)).Select(call => call.Value)];

    [GeneratedRegex(@"(?<![\w.])(?:Run|Install|Expect)\((?!StageContext)(?:[^()""]|""(?:[^""\\]|\\.)*"")*\)")]
    private static partial Regex Call();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
