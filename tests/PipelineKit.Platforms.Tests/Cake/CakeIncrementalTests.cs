using Shouldly;

namespace PipelineKit.Platforms.Tests.Cake;

/// <summary><c>--incremental</c>, <c>--changed</c> and the script's own cache, run for real.</summary>
[Collection(nameof(SandboxCollection))]
public sealed class CakeIncrementalTests
{
    private readonly Sandbox _sandbox;

    public CakeIncrementalTests(Sandbox sandbox)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the probe programs are shell scripts");
        _sandbox = sandbox;
        _sandbox.Reset();
    }

    [Fact]
    public async Task An_unchanged_job_is_left_out_and_its_reports_come_back()
    {
        _sandbox.Write("src/a.txt", "1");
        (await _sandbox.CakeAsync("--target=lint", "--incremental")).Outcome("lint").ShouldBe("passed");
        Directory.Delete(Path.Combine(_sandbox.Root, ".reports/lint"), recursive: true);
        _sandbox.Write("trace.log", "");

        var second = await _sandbox.CakeAsync("--target=lint", "--incremental");

        second.ExitCode.ShouldBe(0, second.Output);
        second.Outcome("lint").ShouldBe("unchanged");
        second.Output.ShouldContain("lint: unchanged: its inputs are as they were when it last passed");
        _sandbox.Has(".reports/lint/out.txt").ShouldBeTrue();
        _sandbox.Trace().ShouldBeEmpty();

        _sandbox.Write("elsewhere.txt", "not among the declared paths");
        (await _sandbox.CakeAsync("--target=lint", "--incremental")).Outcome("lint").ShouldBe("unchanged");
        _sandbox.Write("src/a.txt", "2");
        (await _sandbox.CakeAsync("--target=lint", "--incremental")).Outcome("lint").ShouldBe("passed");
        _sandbox.Write("input.lock", "new");
        (await _sandbox.CakeAsync("--target=lint", "--incremental")).Outcome("lint").ShouldBe("passed");
        (await _sandbox.CakeAsync("--target=lint")).Outcome("lint").ShouldBe("passed", "without the option everything runs");
    }

    [Fact]
    public async Task A_failure_is_never_remembered_and_a_new_tool_version_counts()
    {
        _sandbox.Fail("lint", 1);
        (await _sandbox.CakeAsync("--target=lint", "--incremental")).Outcome("lint").ShouldBe("failed");
        (await _sandbox.CakeAsync("--target=lint", "--incremental")).Outcome("lint").ShouldBe("failed");

        (await _sandbox.CakeAsync("--target=versions", "--incremental")).Outcome("versions").ShouldBe("passed");
        (await _sandbox.CakeAsync("--target=versions", "--incremental")).Outcome("versions").ShouldBe("unchanged");
        _sandbox.Write("versions", "fakepy 2.0.8\n");
        (await _sandbox.CakeAsync("--target=versions", "--incremental")).Outcome("versions").ShouldBe("passed");
    }

    [Fact]
    public async Task With_changed_a_job_runs_only_when_a_file_of_its_paths_differs()
    {
        _sandbox.Write("elsewhere.txt", "new");
        var before = await _sandbox.CakeAsync("--target=lint", "--target=report", "--changed");
        _sandbox.Write("src/new.txt", "new");
        var after = await _sandbox.CakeAsync("--target=lint", "--changed=HEAD");

        before.ExitCode.ShouldBe(0, before.Output);
        before.Reason("lint").ShouldBe("no file of it differs from main");
        before.Outcome("report").ShouldBe("passed", "a job without paths is concerned with everything");
        after.Outcome("lint").ShouldBe("passed");
    }
}
