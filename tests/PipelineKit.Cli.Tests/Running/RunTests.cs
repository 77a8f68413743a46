using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PipelineKit.Cli.Running;
using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Running;

/// <summary><c>pipelinekit run</c>, with real programs.</summary>
public sealed class RunTests : IClassFixture<RunSandbox>
{
    private readonly RunSandbox _sandbox;

    public RunTests(RunSandbox sandbox)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the stages are shell commands");
        _sandbox = sandbox;
    }

    [Fact]
    public async Task A_stage_that_passes()
    {
        var result = await _sandbox.RunAsync("good");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        result.Out.ShouldMatch(@"^good\tpassed\t\d+\.\d\t\n$");
        var lines = result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldBe("start good");
        lines[1].ShouldStartWith("pass  good ");
        lines[2].ShouldStartWith("passed: 1 job in ");
        _sandbox.Read(".pipelinekit/run/output/good.log").ShouldBe("$ sh -c 'echo fine'\nfine\n");
        _sandbox.Has(".gitlab-ci.yml").ShouldBeFalse("nothing has to be generated");
        Tool.Run(_sandbox.Folder, "git", ["status", "--porcelain", ".pipelinekit/run"]).Out.ShouldBe("");
    }

    [Fact]
    public async Task A_failure_tells_its_exit_code_and_the_end_of_its_output()
    {
        var result = await _sandbox.RunAsync("good", "after");

        result.Exit.ShouldBe(ExitCode.ProblemsFound, result.ToString());
        result.Error.ShouldContain("bad failed with exit code 7: ");
        result.Error.ShouldContain("  | wrong at line 3\n  everything that it printed: .pipelinekit/run/output/bad.log\n");
        result.Error.ShouldContain("2 of 3 jobs did not pass; failed: bad; skipped: after in ");
        result.Out.ShouldContain("after\tskipped\t0.0\tit needs bad, which failed\n");
        result.Out.ShouldContain("good\tpassed\t");
    }

    [Fact]
    public async Task A_skip_fails_unless_skips_are_allowed()
    {
        var strict = await _sandbox.RunAsync("secret");
        var allowed = await _sandbox.RunAsync("secret", "--allow-skips", "-q");

        strict.Exit.ShouldBe(ExitCode.ProblemsFound, strict.ToString());
        strict.Error.ShouldContain("skip  secret: the secret PIPELINEKIT_TEST_TOKEN is not in the environment\n");
        allowed.Exit.ShouldBe(ExitCode.Ok, allowed.ToString());
        allowed.Error.ShouldBe("");
        allowed.Out.ShouldStartWith("secret\tskipped\t");
    }

    [Fact]
    public async Task As_one_JSON_document()
    {
        var result = await _sandbox.RunAsync("good", "bad", "--format", "json");

        result.Exit.ShouldBe(ExitCode.ProblemsFound, result.ToString());
        using var document = JsonDocument.Parse(result.Out);
        var root = document.RootElement;
        root.GetProperty("passed").GetBoolean().ShouldBeFalse();
        root.GetProperty("verdict").GetString().ShouldBe("1 of 2 jobs did not pass; failed: bad");
        var jobs = root.GetProperty("jobs").EnumerateArray().ToDictionary(j => j.GetProperty("job").GetString()!, StringComparer.Ordinal);
        jobs.Keys.Order(StringComparer.Ordinal).ShouldBe(["bad", "good"]);
        jobs["bad"].GetProperty("outcome").GetString().ShouldBe("failed");
        jobs["bad"].GetProperty("exitCode").GetInt32().ShouldBe(7);
        jobs["bad"].GetProperty("tail")[1].GetString().ShouldBe("wrong at line 3");
        jobs["good"].GetProperty("leaves")[0].GetProperty("outcome").GetString().ShouldBe("passed");
        jobs["good"].GetProperty("exitCode").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_missing_tool_is_named_and_nothing_runs()
    {
        var result = await _sandbox.RunAsync("good", "gone");

        result.Exit.ShouldBe(ExitCode.Failure, result.ToString());
        result.Error.ShouldContain("no-such-tool: not on PATH\n    needed by gone");
        result.Error.ShouldNotContain("start good");
    }

    [Fact]
    public async Task A_missing_tool_is_told_with_how_to_install_it()
    {
        using var copy = new RepositoryCopy(Path.Combine(TestFolders.Cases, "ok", "own-tool"));
        var result = await Support.Cli.RunAsync(copy.Folder, e => e with { Variable = Environment.GetEnvironmentVariable }, "run", "lint");

        result.Exit.ShouldBe(ExitCode.Failure, result.ToString());
        result.Error.ShouldContain("nothing was run, because tools are missing");
        result.Error.ShouldContain("  house-prettier: not on PATH\n    copy house-prettier from the tools share into a folder of PATH\n    needed by lint");
    }

    // A job that was left out has not passed.
    [Fact]
    public void The_count_tells_what_passed_from_what_did_not_run()
    {
        JobFinished Job(string outcome) => new("a", "a", new RunOutcome(outcome, "", null, 1), [], []);

        RunWords.Counts([Job("passed"), Job("skipped"), Job("passed"), Job("allowed-failure"), Job("skipped")]).ShouldBe("2 jobs, 1 allowed failure, 2 skipped");
        RunWords.Counts([Job("passed")]).ShouldBe("1 job");
    }

    [Fact]
    public async Task At_a_terminal_the_jobs_are_drawn()
    {
        var result = await _sandbox.RunAsync(e => e with { TerminalError = true, ColourError = true }, "good");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        result.Error.ShouldContain("\e[32mpass\e[0m");
        result.Error.ShouldNotContain("start good");
    }

    [Fact]
    public async Task A_dry_run_prints_commands_and_starts_none()
    {
        var result = await _sandbox.RunAsync("after", "--dry-run");
        var alone = await _sandbox.RunAsync("after", "--dry-run", "--exclusive");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        result.Out.ShouldContain("$ sh -c 'echo wrong at line 3; exit 7'");
        alone.Out.ShouldContain("$ echo later");
        alone.Out.ShouldNotContain("wrong at line 3");
    }

    [Fact]
    public async Task Output_of_the_jobs_can_be_seen_whole()
    {
        var result = await _sandbox.RunAsync("good", "--verbose", "--incremental", "--jobs", "1");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        result.Error.ShouldContain("\nfine\n");
    }

    [Fact]
    public void Secrets_and_controls_stand_nowhere()
    {
        var result = RunProgram(["run", "telling", "--verbose", "--format", "json"], new() { ["PIPELINEKIT_TEST_TOKEN"] = "hunter2hunter2" });

        result.Exit.ShouldBe(ExitCode.ProblemsFound, result.ToString());
        (result.Out + result.Error + _sandbox.Read(".pipelinekit/run/output/telling.log") + _sandbox.Read(".pipelinekit/run/events.jsonl")).ShouldNotContain("hunter2");
        result.Error.ShouldContain("\ntoken ***\nred \\u001b[2J\n");
        result.Error.ShouldNotContain("\e");
        using var document = JsonDocument.Parse(result.Out);
        document.RootElement.GetProperty("jobs")[0].GetProperty("tail").EnumerateArray().Select(l => l.GetString()).Skip(1).ShouldBe(["token ***", "red \\u001b[2J"]);
    }

    [Fact]
    public async Task Background_children_end_with_their_job()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux shows whose processes there are");

        var result = await _sandbox.RunAsync("linger");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        Directory.Exists("/proc/" + _sandbox.Read("linger.pid").Trim()).ShouldBeFalse();
        _sandbox.Read(".pipelinekit/run/output/linger.log").ShouldMatch(@"ended what was left running: sleep 600 \(\d+\)\n$");
    }

    [Fact]
    public async Task Support_files_are_there_for_the_run_only()
    {
        var missing = await _sandbox.RunAsync("ruled", "--verbose");
        var after = _sandbox.Has(".pipelinekit/rules.txt");
        _sandbox.Write(".pipelinekit/rules.txt", "rules of mine\n");
        var edited = await _sandbox.RunAsync("ruled", "--verbose");

        missing.Error.ShouldContain("\nrules of today\n", Case.Sensitive, missing.ToString());
        after.ShouldBeFalse();
        edited.Error.ShouldStartWith("warning: .pipelinekit/rules.txt was not made from pipelinekit.yml and is used as it is\n");
        edited.Error.ShouldContain("\nrules of mine\n");
        _sandbox.Read(".pipelinekit/rules.txt").ShouldBe("rules of mine\n");
        _sandbox.Delete(".pipelinekit/rules.txt");
    }

    [Theory]
    [InlineData("TERM", "endless")]
    [InlineData("INT", "endless")]
    [InlineData("HUP", "endless")]
    [InlineData("TERM", "deaf")]
    public async Task A_signal_ends_the_children(string signal, string stage)
    {
        _sandbox.Delete(stage + ".pid");
        var (process, output, errors) = StartProgram(["dotnet", TestFolders.Program, "run", stage, "--format", "json"]);
        using (process)
        {
            var pid = await ProcessId(stage + ".pid");

            Tool.Run(_sandbox.Folder, "kill", ["-" + signal, process.Id.ToString(CultureInfo.InvariantCulture)]).Exit.ShouldBe(0);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);

            process.ExitCode.ShouldBe(ExitCode.Failure, await errors);
            using var document = JsonDocument.Parse(await output);
            document.RootElement.GetProperty("verdict").GetString().ShouldBe("stopped");
            document.RootElement.GetProperty("jobs")[0].GetProperty("outcome").GetString().ShouldBe("not-run");
            await Ended(pid);
        }
    }

    [Fact]
    public async Task A_signal_that_is_ignored_from_the_start_stays_so_and_another_one_ends_the_run()
    {
        _sandbox.Delete("endless.pid");
        var (process, _, errors) = StartProgram(["sh", "-c", "trap '' INT HUP; exec dotnet \"$1\" run endless", "sh", TestFolders.Program]);
        using (process)
        {
            var pid = await ProcessId("endless.pid");
            var id = process.Id.ToString(CultureInfo.InvariantCulture);

            Tool.Run(_sandbox.Folder, "kill", ["-INT", id]).Exit.ShouldBe(0);
            Tool.Run(_sandbox.Folder, "kill", ["-HUP", id]).Exit.ShouldBe(0);
            Tool.Run(_sandbox.Folder, "kill", ["-TERM", id]).Exit.ShouldBe(0);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);

            process.ExitCode.ShouldBe(ExitCode.Failure, await errors);
            await Ended(pid);
        }
    }

    private CliResult RunProgram(IEnumerable<string> arguments, Dictionary<string, string?> variables) =>
        Tool.Run(_sandbox.Folder, "dotnet", [TestFolders.Program, .. arguments], variables);

    // Tests may themselves be started where a signal is ignored, and children inherit that: env gives them the usual handling.
    private (Process Process, Task<string> Output, Task<string> Errors) StartProgram(IReadOnlyList<string> command)
    {
        string[] usual = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT,HUP"] : ["env"];
        var start = new ProcessStartInfo(usual[0], [.. usual.Skip(1), .. command])
        {
            WorkingDirectory = _sandbox.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        return (process, process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    private async Task<int> ProcessId(string file)
    {
        while (!File.Exists(Path.Combine(_sandbox.Folder, file)) || !_sandbox.Read(file).EndsWith('\n'))
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        return int.Parse(_sandbox.Read(file), CultureInfo.InvariantCulture);
    }

    private static async Task Ended(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        catch (ArgumentException)
        {
            // No such process any more.
        }
    }

    [Theory]
    [InlineData("{\"event\":\"job-started\",\"job\":\"a\",\"stage\":\"a\"}", "a")]
    [InlineData("{\"event\":\"something-new\"}", null)]
    public void Events_are_read(string line, string? job) => (RunEvent.Parse(line) as JobStarted)?.Job.ShouldBe(job);

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"event\":\"job-finished\",\"job\":\"a\"}")]
    [InlineData("{\"event\":\"run-finished\",\"passed\":3,\"verdict\":\"\"}")]
    public void What_is_no_event_is_refused(string line) => Should.Throw<JsonException>(() => RunEvent.Parse(line));
}
