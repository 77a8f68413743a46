using Shouldly;

namespace PipelineKit.Platforms.Tests.Cake;

/// <summary>Single stages, run for real, and what Cake's options mean.</summary>
[Collection(nameof(SandboxCollection))]
public sealed class CakeTargetTests
{
    private readonly Sandbox _sandbox;

    public CakeTargetTests(Sandbox sandbox)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the probe programs are shell scripts");
        _sandbox = sandbox;
        _sandbox.Reset();
    }

    [Fact]
    public async Task Arguments_and_variables_arrive_as_they_are()
    {
        var result = await _sandbox.CakeWithAsync(new() { ["REAL_TOKEN"] = "s3cret" }, "--target=values");

        result.ExitCode.ShouldBe(0, result.Output);
        _sandbox.Trace()[0].ShouldBe("probe||say|a b|$HOME|*||it's \"q\"|%PATH%|é|{{x}}");
        _sandbox.Trace()[1].ShouldBe("probe||say|$HOME %PATH% `x`");
        _sandbox.Read("env.txt").ShouldBe("$HOME %PATH% `x`\ns3cret\n");
        result.Output.ShouldContain("no input");
    }

    [Fact]
    public async Task A_script_stops_at_its_first_failing_command()
    {
        var result = await _sandbox.CakeAsync("--target=script");

        result.ExitCode.ShouldBe(1);
        _sandbox.Read("piped.txt").ShouldBe("one\n");
        _sandbox.Trace().ShouldBe(["probe||say|one"]);
    }

    [Fact]
    public async Task A_missing_secret_skips_the_stage_by_name()
    {
        var result = await _sandbox.CakeAsync("--target=secret");

        result.ExitCode.ShouldBe(1);
        result.Output.ShouldContain("secret is skipped: the secret REAL_TOKEN is not in the environment");
        _sandbox.Trace().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_time_limit_ends_the_command_and_its_children()
    {
        var result = await _sandbox.CakeAsync("--target=slow");

        result.ExitCode.ShouldBe(1);
        result.Output.ShouldContain("slow: longer than");
        await ProcessEnd.WaitAsync(_sandbox.Read("pid-slow"));
    }

    [Theory]
    [InlineData("missing", "missing needs no-such-tool: get no-such-tool from its makers")]
    [InlineData("old", "old needs fakepy 9.9: fakepy comes from nowhere")]
    public async Task A_missing_tool_is_named_before_anything_runs(string stage, string problem)
    {
        var result = await _sandbox.CakeAsync("--target=lint", $"--target={stage}");

        result.ExitCode.ShouldBe(1);
        result.Output.ShouldContain("Nothing was run, tools are missing:\n  " + problem);
        _sandbox.Trace().ShouldBeEmpty();
    }

    [Fact]
    public async Task All_legs_without_their_version_are_a_missing_tool()
    {
        _sandbox.Write("versions", "fakepy 2.7.0\n");

        var result = await _sandbox.CakeAsync("--target=versions");

        result.ExitCode.ShouldBe(1);
        result.Output.ShouldContain("versions-py-1.0 needs fakepy 1.0: fakepy comes from nowhere");
        result.Output.ShouldContain("1.0 is asked for; this machine has 2.7.0");
        _sandbox.Trace().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_stage_must_leave_and_does_not_fails_it_and_stops_those_that_need_it()
    {
        var result = await _sandbox.CakeAsync("--target=after-package");

        result.ExitCode.ShouldBe(1);
        result.Output.ShouldContain("package: it did not leave dist");
        result.Output.ShouldContain("after-package is skipped: it needs package, which did not pass");
    }

    [Fact]
    public async Task Publishing_is_refused_unless_it_is_allowed()
    {
        var refused = await _sandbox.CakeAsync("--target=publish", "--exclusive");
        var allowed = await _sandbox.CakeAsync("--target=publish", "--exclusive", "--allow-publish");

        refused.ExitCode.ShouldBe(1);
        refused.Output.ShouldContain("publish is skipped: it publishes, which needs --allow-publish");
        allowed.ExitCode.ShouldBe(0, allowed.Output);
        _sandbox.Trace().ShouldBe(["probe||say|published"], "and --exclusive runs nothing before it");
    }

    [Fact]
    public async Task An_operation_of_the_platform_does_nothing_and_says_so()
    {
        var result = await _sandbox.CakeAsync("--target=clean");

        result.ExitCode.ShouldBe(0, result.Output);
        result.Output.ShouldContain("clear-caches is an operation of the CI platform");
    }

    [Fact]
    public async Task Cakes_options_show_the_tasks_and_start_nothing()
    {
        var dry = await _sandbox.CakeAsync("--dryrun", "--target=versions");
        var tree = await _sandbox.CakeAsync("--tree");
        var list = await _sandbox.CakeAsync("--description");

        dry.ExitCode.ShouldBe(0, dry.Output);
        dry.Output.ShouldContain("2. versions-py-2.0");
        tree.Output.ShouldContain("└─quality-gate");
        list.Output.ShouldContain("Every stage that decides");
        _sandbox.Trace().ShouldBeEmpty();
    }

    // Landed files are never overwritten: whatever they call, a stage that failed is red.
    [Theory]
    [InlineData("RunTargets(Arguments(\"target\", \"Default\"));")]
    [InlineData("RunTarget(\"Default\");")]
    [InlineData("Task(\"mine\").IsDependentOn(\"lint\").Does(() => {}).OnError(exception => {});\nRunTarget(\"mine\");")]
    [InlineData("Setup(context => Information(\"mine\"));\nTeardown(context => Information(\"mine\"));\nTaskSetup(context => {});\nRunTarget(\"lint\");")]
    public async Task Red_does_not_hang_on_what_the_users_file_calls(string calls)
    {
        _sandbox.Write("mine.cake", $"#load \"pipelinekit.cake\"\n{calls}\n");
        var green = await _sandbox.CakeAsync("mine.cake");
        _sandbox.Fail("lint", 3);
        var red = await _sandbox.CakeAsync("mine.cake");

        green.ExitCode.ShouldBe(0, green.Output);
        red.ExitCode.ShouldBe(1, red.Output);
        red.Output.ShouldContain("lint (failed)");
    }
}
