using Shouldly;

namespace PipelineKit.Platforms.Tests.Cake.Frosting;

/// <summary>The compiled project, run for real: the same effects and verdicts as the script's.</summary>
public sealed class FrostingRunTests : IClassFixture<FrostingSandbox>
{
    private readonly FrostingSandbox _sandbox;

    public FrostingRunTests(FrostingSandbox sandbox)
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
        result.With("Succeeded").ShouldBe(["before", "lint", "lint-style", "web-lint", "versions-py-2.0", "later", "report", "soft", "database", "test-coverage", "Default"]);
        result.With("Skipped").ShouldBe(["versions-py-1.0"]);
        result.Output.ShouldContain("versions-py-1.0 is left out: fakepy 1.0: fakepy comes from nowhere");
        _sandbox.Trace().Count(l => l == "probe||install").ShouldBe(3);
        _sandbox.Trace().ShouldContain("probe|/web|check|web");
        _sandbox.Read("reports/versions-py-2.0/leaf.txt").ShouldBe("2.0\n");
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

        result.ExitCode.ShouldNotBe(0, result.Output);
        result.With("Failed").ShouldBe(["lint", "later", "soft", "Default"]);
        result.With("Skipped").ShouldBe(["lint-style", "versions-py-1.0"]);
        result.With("Succeeded").ShouldContain("report", "findings are reported and do not decide");
        result.Output.ShouldContain("lint-style is skipped: it needs lint, which did not pass");
        result.Output.ShouldContain("soft: exit code 4: probe check soft (allowed)");
        result.Output.ShouldContain("later: exit code 5: probe check first; exit code 6: probe check third");
        result.Output.ShouldContain("Not passed: lint (failed), lint-style (skipped: it needs lint, which did not pass), later (failed)");
        _sandbox.Trace().ShouldContain("probe||check|second", "later goes on");
        _sandbox.Trace().ShouldContain("probe||say|always");
    }

    [Fact]
    public async Task A_command_that_fails_ends_its_stage_but_for_what_always_runs()
    {
        _sandbox.Fail("second", 2);

        var result = await _sandbox.CakeAsync("--target=later");

        result.ExitCode.ShouldNotBe(0);
        _sandbox.Trace().ShouldBe(["probe||check|first", "probe||check|second", "probe||say|always"]);
    }

    [Fact]
    public async Task A_broken_tool_and_a_broken_install_fail()
    {
        _sandbox.Fail("findings", 99);
        _sandbox.Write("codes/install", "7\n");

        var report = await _sandbox.CakeAsync("--target=report");
        var mine = await _sandbox.CakeAsync("--target=mine");

        report.Output.ShouldContain("report: exit code 99: probe check findings");
        mine.With("Failed").ShouldBe(["lint", "test-coverage", "mine"]);
        mine.Output.ShouldContain("test-coverage: the install failed before: probe install");
        _sandbox.Trace().ShouldBe(["probe||check|findings", "probe||install", "probe||say|fixtures"], "the install runs once, and the other tasks run");
    }

    [Fact]
    public async Task Arguments_variables_and_secrets_arrive_as_they_are()
    {
        var without = await _sandbox.CakeAsync("--target=secret");
        var result = await _sandbox.CakeWithAsync(new() { ["REAL_TOKEN"] = "s3cret" }, "--target=values");

        without.ExitCode.ShouldNotBe(0);
        without.Output.ShouldContain("secret is skipped: the secret REAL_TOKEN is not in the environment");
        result.ExitCode.ShouldBe(0, result.Output);
        _sandbox.Trace().Take(2).ShouldBe(["probe||say|a b|$HOME|*||it's \"q\"|%PATH%|é|{{x}}", "probe||say|$HOME %PATH% `x`"]);
        _sandbox.Read("env.txt").ShouldBe("$HOME %PATH% `x`\ns3cret\n");
        result.Output.ShouldContain("no input");
    }

    [Fact]
    public async Task A_time_limit_ends_the_command_and_its_children()
    {
        var result = await _sandbox.CakeAsync("--target=slow");

        result.ExitCode.ShouldNotBe(0);
        result.Output.ShouldContain("slow: longer than");
        await ProcessEnd.WaitAsync(_sandbox.Read("pid-slow"));
    }

    [Theory]
    [InlineData("missing", "missing needs no-such-tool: get no-such-tool from its makers")]
    [InlineData("old", "old needs fakepy 9.9: fakepy comes from nowhere")]
    public async Task A_missing_tool_is_named_before_anything_runs(string stage, string problem)
    {
        var result = await _sandbox.CakeAsync($"--target={stage}");

        result.ExitCode.ShouldNotBe(0);
        result.Output.ShouldContain("Nothing was run, tools are missing:\n  " + problem);
        _sandbox.Trace().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_stage_does_not_leave_stops_those_that_need_it_and_publishing_must_be_allowed()
    {
        var needs = await _sandbox.CakeAsync("--target=after-package");
        var refused = await _sandbox.CakeAsync("--target=publish", "--exclusive");
        var allowed = await _sandbox.CakeAsync("--target=publish", "--exclusive", "--allow-publish");

        needs.Output.ShouldContain("package: it did not leave dist");
        needs.Output.ShouldContain("after-package is skipped: it needs package, which did not pass");
        refused.Output.ShouldContain("publish is skipped: it publishes, which needs --allow-publish");
        allowed.ExitCode.ShouldBe(0, allowed.Output);
        _sandbox.Trace()[^1].ShouldBe("probe||say|published");
    }

    [Fact]
    public async Task Services_are_started_and_removed_or_the_stage_is_skipped()
    {
        var none = await _sandbox.CakeWithAsync([], "--target=database", "--allow-skips=no");
        _sandbox.Write("engine", "");
        var engine = await _sandbox.CakeWithAsync([], "--target=database");

        none.Output.ShouldContain("database is skipped: no service db: start docker or podman, or set DB_HOST, DB_PORT");
        engine.ExitCode.ShouldBe(0, engine.Output);
        _sandbox.Read("env.txt").ShouldBe("127.0.0.1\n49153\n\n");
        _sandbox.Trace()[^1].ShouldBe("docker||rm|--force|--volumes|0123456789abcdef");
    }

    [Fact]
    public async Task Own_tasks_run_in_the_order_written_and_Cakes_options_start_nothing()
    {
        var dry = await _sandbox.CakeAsync("--dryrun", "--target=versions");
        var tree = await _sandbox.CakeAsync("--tree");
        _sandbox.Trace().ShouldBeEmpty();
        var mine = await _sandbox.CakeAsync("--target=mine");

        dry.Output.ShouldContain("2. versions-py-2.0");
        tree.Output.ShouldContain("└─quality-gate");
        mine.ExitCode.ShouldBe(0, mine.Output);
        mine.With("Succeeded").ShouldBe(["before", "lint", "fixtures", "test-coverage", "mine"]);
    }

    [Fact]
    public async Task Arguments_are_quoted_for_cmd()
    {
        var result = await _sandbox.CakeAsync("--target=quoting");

        result.ExitCode.ShouldBe(0, result.Output);
        _sandbox.Read("quoted.txt").ShouldBe("/e:ON /v:OFF /d /c \"\"C:\\50%%cd:~,%\\npm.cmd\" \"a b\" \"50%%cd:~,%\" \"say \"\"hi\"\"\" \"end\\\\\" \"a&b\"\"");
    }

    [Fact]
    public async Task The_files_are_formatted_as_dotnet_format_writes_them()
    {
        File.Copy(Path.Combine(Path.GetDirectoryName(_sandbox.Declaration)!, "..", "..", "..", ".editorconfig"), Path.Combine(_sandbox.Root, ".editorconfig"), overwrite: true);

        var (code, output) = await _sandbox.StartAsync(["format", "whitespace", "build", "--folder", "--verify-no-changes"], []);

        code.ShouldBe(0, output);
        Directory.GetFiles(Path.Combine(_sandbox.Root, "build"), "*.cs", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) is not ("CakeFrosting.cs" or "Mine.cs") && !file.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(File.ReadAllLines).ShouldAllBe(line => line.Length <= 140);
    }
}
