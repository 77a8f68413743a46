using Shouldly;

namespace PipelineKit.Platforms.Tests.Cake;

/// <summary>Single jobs and stages, run for real.</summary>
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

        result.ExitCode.ShouldNotBe(0);
        result.Finished("script").GetProperty("exitCode").GetInt32().ShouldBe(1);
        _sandbox.Read("piped.txt").ShouldBe("one\n");
        _sandbox.Trace().ShouldBe(["probe||say|one"]);
    }

    [Fact]
    public async Task A_missing_secret_skips_the_job_by_name()
    {
        var result = await _sandbox.CakeAsync("--target=secret");

        result.ExitCode.ShouldNotBe(0);
        result.Reason("secret").ShouldBe("the secret REAL_TOKEN is not in the environment");
        _sandbox.Trace().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_timeout_ends_the_job_and_its_children()
    {
        var result = await _sandbox.CakeAsync("--target=slow");

        result.ExitCode.ShouldNotBe(0);
        result.Reason("slow").ShouldBe("longer than its timeout of 0.03 minutes");
        await ProcessEnd.WaitAsync(_sandbox.Read("pid-slow"));
    }

    [Fact]
    public async Task Ctrl_C_ends_the_children_and_fails()
    {
        using var process = _sandbox.Start("setsid", ["dotnet", "cake", "--target=endless"], []);
        while (!process.HasExited && (!_sandbox.Has("pid-endless") || _sandbox.Read("pid-endless").Length == 0))
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        process.HasExited.ShouldBeFalse();
        TerminalInterrupt.Send(process.Id);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        process.ExitCode.ShouldNotBe(0);
        await ProcessEnd.WaitAsync(_sandbox.Read("pid-endless"));
        (await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldContain("endless: NOT RUN: interrupted");
    }

    [Theory]
    [InlineData("missing", "no-such-tool: not on PATH", "get no-such-tool from its makers")]
    [InlineData("old", "fakepy 9.9: this machine has 2.0.7", "fakepy comes from nowhere")]
    public async Task A_missing_tool_is_named_before_anything_runs(string job, string problem, string hint)
    {
        var result = await _sandbox.CakeAsync($"--target={job}", "--target=lint");

        result.ExitCode.ShouldNotBe(0);
        result.Output.ShouldContain(problem);
        result.Output.ShouldContain(hint);
        result.Output.ShouldContain($"needed by {job}");
        _sandbox.Trace().ShouldBeEmpty();
    }

    [Fact]
    public async Task With_allowed_skips_a_missing_tool_leaves_its_job_out()
    {
        var result = await _sandbox.CakeAsync("--target=missing", "--target=lint", "--allow-skips");

        result.ExitCode.ShouldBe(0, result.Output);
        result.Reason("missing").ShouldBe("missing: no-such-tool");
        result.Outcome("lint").ShouldBe("passed");
    }

    [Fact]
    public async Task All_leaves_without_their_version_are_a_missing_tool()
    {
        _sandbox.Write("versions", "fakepy 2.7.0\n");

        var result = await _sandbox.CakeAsync("--target=versions");

        result.ExitCode.ShouldNotBe(0);
        result.Output.ShouldContain("fakepy 1.0: this machine has 2.7.0");
        _sandbox.Trace().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_required_artifact_that_is_not_there_fails_the_job_and_stops_those_that_need_it()
    {
        var result = await _sandbox.CakeAsync("--target=after-package");

        result.ExitCode.ShouldNotBe(0);
        result.Reason("package").ShouldBe("it did not leave dist/");
        result.Reason("after-package").ShouldBe("it needs package, which failed");
    }

    [Fact]
    public async Task Publishing_is_refused_unless_it_is_allowed()
    {
        var refused = await _sandbox.CakeAsync("--target=publish", "--exclusive");
        var allowed = await _sandbox.CakeAsync("--target=publish", "--exclusive", "--allow-publish");

        refused.ExitCode.ShouldNotBe(0);
        refused.Reason("publish").ShouldBe("it publishes or deploys: pass --allow-publish");
        allowed.ExitCode.ShouldBe(0, allowed.Output);
        _sandbox.Trace().ShouldBe(["probe||say|published"], "and --exclusive runs nothing before it");
    }

    [Fact]
    public async Task An_operation_of_the_platform_does_nothing_and_says_so()
    {
        var result = await _sandbox.CakeAsync("--target=clean");

        result.ExitCode.ShouldBe(0, result.Output);
        result.Reason("clean").ShouldBe("clear-caches is an operation of the CI platform");
    }

    [Fact]
    public async Task A_stage_runs_all_its_jobs_also_those_that_need_the_one_of_its_name()
    {
        var result = await _sandbox.CakeAsync("--target=LINT");

        result.ExitCode.ShouldBe(0, result.Output);
        result.Jobs.ShouldBe(["lint", "lint-style"]);
    }

    [Fact]
    public async Task A_dry_run_shows_commands_and_starts_none()
    {
        var result = await _sandbox.CakeAsync("--dryrun", "--target=versions");
        var tree = await _sandbox.CakeAsync("--showtree");
        var list = await _sandbox.CakeAsync("--description");

        result.ExitCode.ShouldBe(0, result.Output);
        result.Output.ShouldContain("versions (py 1.0)\n    $ probe install\n    $ probe report .reports/versions/leaf.txt 1.0");
        tree.Output.ShouldContain("quality-gate");
        tree.Output.ShouldContain("web-lint");
        list.Output.ShouldContain("All jobs that decide");
        _sandbox.Trace().ShouldBeEmpty();
    }
}
