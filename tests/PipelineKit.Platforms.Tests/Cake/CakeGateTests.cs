using Shouldly;

namespace PipelineKit.Platforms.Tests.Cake;

/// <summary>The default call, run for real.</summary>
[Collection(nameof(SandboxCollection))]
public sealed class CakeGateTests
{
    private readonly Sandbox _sandbox;

    public CakeGateTests(Sandbox sandbox)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the probe programs are shell scripts");
        _sandbox = sandbox;
        _sandbox.Reset();
    }

    [Fact]
    public async Task The_gate_runs_what_decides_and_passes()
    {
        var result = await _sandbox.CakeAsync("--jobs=4");

        result.ExitCode.ShouldBe(0, result.Output);
        result.Jobs.ShouldBe(["database", "later", "left", "lint", "lint-style", "report", "right", "soft", "tree-1", "tree-2", "versions", "web-lint"]);
        _sandbox.Trace().Count(l => l == "probe||install").ShouldBe(2, "one that all jobs share, one for the leaf that sets another version");
        _sandbox.Trace().ShouldContain("probe|/web|check|web");
        _sandbox.Trace().ToList().IndexOf("probe||install").ShouldBeLessThan(_sandbox.Trace().ToList().IndexOf("probe||check|lint"));
        result.Outcome("versions").ShouldBe("passed");
        result.Finished("versions").GetProperty("leaves")[0].GetProperty("outcome").GetString().ShouldBe("skipped");
        _sandbox.Read(".reports/versions-py-2.0/leaf.txt").ShouldBe("2.0\n");
        _sandbox.Read(".reports/versions/leaf.txt").ShouldBe("2.0\n", "later jobs find the primary leaf's files");
        _sandbox.Read("env.txt").Split('\n').ShouldBe(["2.0", "2.0", "db.example", "1", "", ""], ignoreOrder: true);
        result.Output.ShouldContain("  py 1.0");
    }

    [Fact]
    public async Task Jobs_with_a_common_lock_never_overlap()
    {
        var result = await _sandbox.CakeAsync("--target=tree-1", "--target=tree-2", "--jobs=8");

        result.ExitCode.ShouldBe(0, result.Output);
        var spans = _sandbox.Trace().Where(l => l.StartsWith("begin", StringComparison.Ordinal) || l.StartsWith("end", StringComparison.Ordinal)).ToList();
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

        var result = await _sandbox.CakeAsync();

        result.ExitCode.ShouldNotBe(0);
        result.Outcome("lint").ShouldBe("failed");
        result.Finished("lint").GetProperty("exitCode").GetInt32().ShouldBe(3);
        result.Outcome("lint-style").ShouldBe("skipped");
        result.Reason("lint-style").ShouldBe("it needs lint, which failed");
        result.Outcome("soft").ShouldBe("allowed-failure");
        result.Outcome("report").ShouldBe("passed");
        result.Finished("later").GetProperty("exitCode").GetInt32().ShouldBe(5);
        result.Finished("later").GetProperty("tail")[0].GetString().ShouldStartWith("$ probe check first");
        _sandbox.Trace().ShouldContain("probe||check|second", "on-failure: later goes on");
        _sandbox.Trace().ShouldContain("probe||say|always");
        result.Output.ShouldContain("3 of 12 jobs did not pass; failed: lint, later; skipped: lint-style");
        result.Output.ShouldContain("  | first complains");
        result.Output.ShouldMatch(@"(?m)^lint +FAILED .* exit code 3$");
        result.Output.ShouldMatch(@"(?m)^soft +failed \(allowed\) .* exit code 4$");
        result.Output.ShouldNotContain("  | third complains");
    }

    [Fact]
    public async Task A_broken_tool_fails_even_where_findings_are_only_reported()
    {
        _sandbox.Fail("findings", 99);

        var result = await _sandbox.CakeAsync("--target=report");

        result.ExitCode.ShouldNotBe(0);
        result.Finished("report").GetProperty("exitCode").GetInt32().ShouldBe(99);
    }

    [Fact]
    public async Task Services_that_cannot_be_had_fail_the_gate_unless_skips_are_allowed()
    {
        var strict = await _sandbox.CakeWithAsync([], "--target=database");
        var allowed = await _sandbox.CakeWithAsync([], "--target=database", "--allow-skips");

        strict.ExitCode.ShouldNotBe(0);
        strict.Outcome("database").ShouldBe("skipped");
        strict.Reason("database").ShouldBe("no service db: start docker or podman, or set DB_HOST, DB_PORT");
        allowed.ExitCode.ShouldBe(0);
        allowed.Outcome("database").ShouldBe("skipped");
    }

    [Fact]
    public async Task Services_come_from_a_container_engine_and_are_removed()
    {
        _sandbox.Write("engine", "");

        var result = await _sandbox.CakeWithAsync([], "--target=database");

        result.ExitCode.ShouldBe(0, result.Output);
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
    public async Task A_project_can_be_chosen()
    {
        var chosen = await _sandbox.CakeAsync("--project=web");
        var unknown = await _sandbox.CakeAsync("--project=api");

        chosen.ExitCode.ShouldBe(0, chosen.Output);
        chosen.Jobs.ShouldBe(["web-lint"]);
        unknown.ExitCode.ShouldNotBe(0);
        unknown.Output.ShouldContain("there is no project \"api\"; expected one of ., web");
    }
}
