using PipelineKit.Execution.Reporting;

namespace PipelineKit.Execution.Tests.LocalRuns;

/// <summary>What is left out because nothing has changed.</summary>
public sealed class IncrementalTests : IDisposable
{
    private static readonly RunRequest Lint = new() { Targets = ["lint"], Incremental = true };

    private readonly Sandbox _sandbox = new();

    public IncrementalTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "the probe programs are shell scripts");

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task An_unchanged_job_is_left_out_and_its_reports_come_back()
    {
        _sandbox.Write("src/a.txt", "1");
        (await _sandbox.RunAsync(Lint))["lint"].Outcome.ShouldBe(Outcome.Passed);
        Directory.Delete(Path.Combine(_sandbox.Root, "reports/lint"), recursive: true);
        _sandbox.Write("trace.log", "");

        var second = await _sandbox.RunAsync(Lint);

        second.End.Passed.ShouldBeTrue();
        second["lint"].Outcome.ShouldBe(Outcome.Unchanged);
        second["lint"].Reason.ShouldBe("its inputs are as they were when it last passed");
        _sandbox.Has("reports/lint/out.txt").ShouldBeTrue();
        _sandbox.Trace().ShouldBeEmpty();

        _sandbox.Write("elsewhere.txt", "not among the declared paths");
        (await _sandbox.RunAsync(Lint))["lint"].Outcome.ShouldBe(Outcome.Unchanged);
        _sandbox.Write("src/a.txt", "2");
        (await _sandbox.RunAsync(Lint))["lint"].Outcome.ShouldBe(Outcome.Passed);
        _sandbox.Write("input.lock", "new");
        (await _sandbox.RunAsync(Lint))["lint"].Outcome.ShouldBe(Outcome.Passed);
        (await _sandbox.RunAsync("lint"))["lint"].Outcome.ShouldBe(Outcome.Passed, "without the option everything runs");
    }

    [Fact]
    public async Task A_failure_is_never_remembered_and_a_new_tool_version_counts()
    {
        _sandbox.Fail("lint", 1);
        (await _sandbox.RunAsync(Lint))["lint"].Outcome.ShouldBe(Outcome.Failed);
        (await _sandbox.RunAsync(Lint))["lint"].Outcome.ShouldBe(Outcome.Failed);

        var versions = Lint with { Targets = ["versions"] };
        (await _sandbox.RunAsync(versions))["versions"].Outcome.ShouldBe(Outcome.Passed);
        (await _sandbox.RunAsync(versions))["versions"].Outcome.ShouldBe(Outcome.Unchanged);
        _sandbox.Write("versions", "fakepy 2.0.8\n");
        (await _sandbox.RunAsync(versions))["versions"].Outcome.ShouldBe(Outcome.Passed);
    }

    [Fact]
    public async Task A_file_with_a_line_end_in_its_name_is_a_file()
    {
        _sandbox.Write("src/two\nlines.txt", "1");
        (await _sandbox.RunAsync(Lint))["lint"].Outcome.ShouldBe(Outcome.Passed);
        (await _sandbox.RunAsync(Lint))["lint"].Outcome.ShouldBe(Outcome.Unchanged);
        _sandbox.Write("src/two\nlines.txt", "2");
        (await _sandbox.RunAsync(Lint))["lint"].Outcome.ShouldBe(Outcome.Passed);
    }

    [Fact]
    public async Task With_changed_a_job_runs_only_when_a_file_of_its_paths_differs()
    {
        _sandbox.Write("elsewhere.txt", "new");
        var before = await _sandbox.RunAsync(new RunRequest { Targets = ["lint", "report"], ChangedSince = "main" });
        _sandbox.Write("src/new.txt", "new");
        var after = await _sandbox.RunAsync(new RunRequest { Targets = ["lint"], ChangedSince = "HEAD" });

        before.End.Passed.ShouldBeTrue();
        before["lint"].Reason.ShouldBe("no file of it differs from main");
        before["report"].Outcome.ShouldBe(Outcome.Passed, "a job without paths is concerned with everything");
        after["lint"].Outcome.ShouldBe(Outcome.Passed);
    }
}
