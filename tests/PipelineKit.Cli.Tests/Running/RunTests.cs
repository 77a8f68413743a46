using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PipelineKit.Cli.Running;
using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Running;

/// <summary><c>pipelinekit run</c>, with real calls of the generated script.</summary>
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
        _sandbox.Read(".cake/run/output.log").ShouldContain("fine");
    }

    [Fact]
    public async Task A_failure_tells_its_exit_code_and_the_end_of_its_output()
    {
        var result = await _sandbox.RunAsync("good", "after");

        result.Exit.ShouldBe(ExitCode.ProblemsFound, result.ToString());
        result.Error.ShouldContain("bad failed with exit code 7: ");
        result.Error.ShouldContain("  | wrong at line 3\n");
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
        (await Support.Cli.RunAsync(copy.Folder, "generate")).Exit.ShouldBe(ExitCode.Ok);

        var result = await Support.Cli.RunAsync(copy.Folder, e => e with { Variable = Environment.GetEnvironmentVariable }, "run", "lint");

        result.Exit.ShouldBe(ExitCode.Failure, result.ToString());
        result.Error.ShouldContain("nothing was run, because tools are missing");
        result.Error.ShouldContain("  house-prettier: not on PATH\n    copy house-prettier from the tools share into a folder of PATH\n    needed by lint");
    }

    [Fact]
    public async Task At_a_terminal_the_jobs_are_drawn()
    {
        var result = await _sandbox.RunAsync(e => e with { ColourError = true }, "good");

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
    public async Task A_signal_ends_the_children()
    {
        var program = TestFolders.Program;
        var start = new ProcessStartInfo("dotnet", [program, "run", "endless", "--format", "json"]) { WorkingDirectory = _sandbox.Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var pid = await ProcessId("endless.pid");

        Tool.Run(_sandbox.Folder, "kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]).Exit.ShouldBe(0);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        process.ExitCode.ShouldBe(ExitCode.Failure, await errors);
        using var document = JsonDocument.Parse(await output);
        document.RootElement.GetProperty("verdict").GetString().ShouldBe("stopped");
        document.RootElement.GetProperty("jobs")[0].GetProperty("outcome").GetString().ShouldBe("not-run");
        await Ended(pid);
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
