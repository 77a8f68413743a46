using PipelineKit.Execution.Reporting;

namespace PipelineKit.Execution.Tests.LocalRuns;

/// <summary>The usual call: everything that decides.</summary>
public sealed class GateTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public GateTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "the probe programs are shell scripts");

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task The_gate_runs_what_decides_and_passes()
    {
        var run = await _sandbox.RunAsync(new RunRequest { Parallelism = 4 });

        run.End.Passed.ShouldBeTrue(run.Summary);
        run.End.Results.Select(r => r.Job.Id)
            .ShouldBe(["lint", "lint-style", "web-lint", "versions", "left", "right", "tree-1", "tree-2", "later", "report", "soft", "database"]);
        var trace = _sandbox.Trace().ToList();
        trace.Count(l => l == "probe||install").ShouldBe(2, "one that all jobs share, one for the leaf that sets another version");
        trace.ShouldContain("probe|/web|check|web");
        trace.IndexOf("probe||install").ShouldBeLessThan(trace.IndexOf("probe||check|lint"));
        run["versions"].Leaves.Select(l => l.Outcome).ShouldBe([Outcome.Skipped, Outcome.Passed]);
        _sandbox.Read("reports/versions-py-2.0/leaf.txt").ShouldBe("2.0\n");
        _sandbox.Read("reports/versions/leaf.txt").ShouldBe("2.0\n", "later jobs find the primary leaf's files");
        _sandbox.Read("env.txt").Split('\n').ShouldBe(["2.0", "2.0", "db.example", "1", "", ""], ignoreOrder: true);
        Tool.Run(_sandbox.Root, "git", ["status", "--porcelain"]).Out.ShouldBe("", "what a run leaves is not git's");
    }

    [Fact]
    public async Task Jobs_with_a_common_lock_never_overlap()
    {
        var run = await _sandbox.RunAsync(new RunRequest { Targets = ["tree-1", "tree-2"], Parallelism = 8 });

        run.End.Passed.ShouldBeTrue(run.Summary);
        var spans = _sandbox.Trace().Where(l => l.StartsWith("begin", StringComparison.Ordinal) || l.StartsWith("end", StringComparison.Ordinal));
        string.Join(", ", spans).ShouldBeOneOf("begin one, end one, begin two, end two", "begin two, end two, begin one, end one");
    }

    [Fact]
    public async Task The_verdict_names_every_job_that_did_not_pass()
    {
        _sandbox.Fail("lint", 3);
        _sandbox.Fail("soft", 4);
        _sandbox.Fail("first", 5);
        _sandbox.Fail("third", 6);
        _sandbox.Fail("findings", 1);

        var run = await _sandbox.RunAsync();

        run.End.Verdict.ShouldBe("3 of 12 jobs did not pass; failed: lint, later; skipped: lint-style");
        run["lint"].FirstFailure!.ExitCode.ShouldBe(3);
        run["lint-style"].Reason.ShouldBe("it needs lint, which failed");
        run["soft"].Outcome.ShouldBe(Outcome.AllowedFailure);
        run["report"].Outcome.ShouldBe(Outcome.Passed);
        run["later"].FirstFailure!.ExitCode.ShouldBe(5);
        run["later"].FirstFailure!.Tail.ShouldBe(["$ probe check first", "first complains"]);
        _sandbox.Trace().ShouldContain("probe||check|second", "on-failure: later goes on");
        _sandbox.Trace().ShouldContain("probe||say|always");
        _sandbox.Read(".pipelinekit/run/output/later.log").ShouldContain("third complains\n");
    }

    [Fact]
    public async Task A_broken_tool_fails_even_where_findings_are_only_reported()
    {
        _sandbox.Fail("findings", 99);

        (await _sandbox.RunAsync("report"))["report"].FirstFailure!.ExitCode.ShouldBe(99);
    }

    [Fact]
    public async Task Services_that_cannot_be_had_fail_the_gate_unless_skips_are_allowed()
    {
        _sandbox.Variables.Clear();

        var strict = await _sandbox.RunAsync("database");
        var allowed = await _sandbox.RunAsync(new RunRequest { Targets = ["database"], AllowSkips = true });

        strict.End.Passed.ShouldBeFalse();
        strict["database"].Reason.ShouldBe("no service db: start docker or podman, or set DB_HOST, DB_PORT");
        allowed.End.Passed.ShouldBeTrue();
        allowed["database"].Outcome.ShouldBe(Outcome.Skipped);
    }

    [Fact]
    public async Task Services_come_from_a_container_engine_and_are_removed()
    {
        _sandbox.Variables.Clear();
        _sandbox.Write("engine", "");

        var run = await _sandbox.RunAsync("database");

        run.End.Passed.ShouldBeTrue(run.Summary);
        _sandbox.Read("env.txt").ShouldBe("127.0.0.1\n49153\n\n");
        _sandbox.Trace().Where(l => l.StartsWith("docker", StringComparison.Ordinal)).ShouldBe(
        [
            "docker||run|--detach|--publish|127.0.0.1::5432|--env|PASSWORD=p w|database:1.2",
            "docker||port|0123456789abcdef|5432",
            "docker||exec|0123456789abcdef|sh|-c|ready",
            "docker||rm|--force|--volumes|0123456789abcdef",
        ]);
    }

    [Fact]
    public async Task Output_is_shown_one_job_after_the_other()
    {
        var run = await _sandbox.RunAsync(new RunRequest { Targets = ["left", "right", "values"], ShowOutput = true, Parallelism = 3 });

        run.Lines.Select(l => l.Split(':')[0]).Distinct().ShouldBe(["left", "right", "values"]);
        run.Lines.Select(l => l.Split(':')[0]).ShouldBe(run.Lines.Select(l => l.Split(':')[0]).Order(StringComparer.Ordinal));
        run.Lines.ShouldContain("values: a b");
    }
}
