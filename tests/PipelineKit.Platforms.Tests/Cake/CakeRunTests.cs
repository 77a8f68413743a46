using Shouldly;

namespace PipelineKit.Platforms.Tests.Cake;

/// <summary>The default call, run for real: what decides, and what Cake's own table says.</summary>
[Collection(nameof(SandboxCollection))]
public sealed class CakeRunTests
{
    private readonly Sandbox _sandbox;

    public CakeRunTests(Sandbox sandbox)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the probe programs are shell scripts");
        _sandbox = sandbox;
        _sandbox.Reset();
    }

    [Fact]
    public async Task The_gate_runs_what_decides_and_passes()
    {
        var result = await _sandbox.CakeAsync();

        result.ExitCode.ShouldBe(0, result.Output);
        result.With("Succeeded").ShouldBe(["lint", "lint-style", "web-lint", "versions-py-2.0", "versions", "later", "report", "soft", "database", "test-coverage", "quality-gate", "Default"]);
        result.With("Skipped").ShouldBe(["versions-py-1.0"]);
        result.Output.ShouldContain("versions-py-1.0 is left out: fakepy 1.0: fakepy comes from nowhere");
        _sandbox.Trace().Count(l => l == "probe||install").ShouldBe(3, "one that the stages share, one for the leg that sets another version, and the shared one again for the stages behind it");
        _sandbox.Trace().ShouldContain("probe|/web|check|web");
        _sandbox.Trace()[0].ShouldBe("probe||install");
        _sandbox.Read("reports/versions-py-2.0/leaf.txt").ShouldBe("2.0\n");
        _sandbox.Read("reports/versions/leaf.txt").ShouldBe("2.0\n", "later stages find the leg's files");
        _sandbox.Read("env.txt").Split('\n').ShouldBe(["2.0", "2.0", "db.example", "1", "", ""]);
    }

    [Fact]
    public async Task Every_stage_is_attempted_and_the_table_names_those_that_failed()
    {
        _sandbox.Fail("lint", 3);
        _sandbox.Fail("soft", 4);
        _sandbox.Fail("first", 5);
        _sandbox.Fail("third", 6);
        _sandbox.Fail("findings", 1);

        var result = await _sandbox.CakeAsync();

        result.ExitCode.ShouldBe(1, result.Output);
        result.With("Failed").ShouldBe(["lint", "later", "soft", "Default"]);
        result.With("Skipped").ShouldBe(["lint-style", "versions-py-1.0"]);
        result.With("Succeeded").ShouldContain("report", "findings are reported and do not decide");
        result.Output.ShouldContain("lint: exit code 3: probe check lint");
        result.Output.ShouldContain("lint-style is skipped: it needs lint, which did not pass");
        result.Output.ShouldContain("soft: exit code 4: probe check soft (allowed)");
        result.Output.ShouldContain("Not passed: lint (failed), lint-style (skipped: it needs lint, which did not pass), later (failed)");
        _sandbox.Trace().ShouldContain("probe||check|second", "later goes on");
        _sandbox.Trace().ShouldContain("probe||say|always");
    }

    [Fact]
    public async Task A_command_that_fails_ends_its_stage_but_for_what_always_runs()
    {
        _sandbox.Fail("second", 2);

        var result = await _sandbox.CakeAsync("--target=later");

        result.ExitCode.ShouldBe(1);
        result.With("Failed").ShouldBe(["later"]);
        _sandbox.Trace().ShouldBe(["probe||check|first", "probe||check|second", "probe||say|always"]);
    }

    [Fact]
    public async Task A_broken_tool_fails_even_where_findings_are_only_reported()
    {
        _sandbox.Fail("findings", 99);

        var result = await _sandbox.CakeAsync("--target=report");

        result.ExitCode.ShouldBe(1);
        result.Output.ShouldContain("report: exit code 99: probe check findings");
    }

    [Fact]
    public async Task A_failed_install_fails_every_stage_that_shares_it_and_runs_once()
    {
        _sandbox.Write("codes/install", "7\n");

        var result = await _sandbox.CakeAsync("--target=lint", "--target=test-coverage");

        result.ExitCode.ShouldBe(1, result.Output);
        result.With("Failed").ShouldBe(["lint", "test-coverage"]);
        result.Output.ShouldContain("test-coverage: the install failed before: probe install");
        _sandbox.Trace().ShouldBe(["probe||install"]);
    }

    [Fact]
    public async Task Services_come_from_the_environment_or_an_engine_and_are_removed_or_the_stage_is_skipped()
    {
        var none = await _sandbox.CakeWithAsync([], "--target=test-coverage", "--target=quality-gate");
        _sandbox.Reset();
        _sandbox.Write("engine", "");
        var engine = await _sandbox.CakeWithAsync([], "--target=database");

        none.ExitCode.ShouldBe(1, none.Output);
        none.With("Skipped").ShouldContain("database");
        none.Output.ShouldContain("database (skipped: no service db: start docker or podman, or set DB_HOST, DB_PORT)");
        engine.ExitCode.ShouldBe(0, engine.Output);
        _sandbox.Read("env.txt").ShouldBe("127.0.0.1\n49153\n\n");
        _sandbox.Trace().Where(l => l.StartsWith("docker", StringComparison.Ordinal)).ShouldBe(
        [
            "docker||run|--detach|--publish|127.0.0.1::5432|--env|PASSWORD=p w|database:1.2",
            "docker||port|0123456789abcdef|5432",
            "docker||exec|0123456789abcdef|sh|-c|ready",
            "docker||rm|--force|--volumes|0123456789abcdef",
        ]);
    }
}
