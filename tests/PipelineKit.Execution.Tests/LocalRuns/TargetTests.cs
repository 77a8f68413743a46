using PipelineKit.Core.Model;
using PipelineKit.Execution.Reporting;

namespace PipelineKit.Execution.Tests.LocalRuns;

/// <summary>Single jobs and stages.</summary>
public sealed class TargetTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public TargetTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "the probe programs are shell scripts");

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task Arguments_and_variables_arrive_as_they_are()
    {
        _sandbox.Variables["REAL_TOKEN"] = "s3cret";

        var run = await _sandbox.RunAsync(new RunRequest { Targets = ["values"], ShowOutput = true });

        run.End.Passed.ShouldBeTrue(run.Summary);
        _sandbox.Trace()[0].ShouldBe("probe||say|a b|$HOME|*||it's \"q\"|%PATH%|é|{{x}}");
        _sandbox.Trace()[1].ShouldBe("probe||say|$HOME %PATH% `x`");
        _sandbox.Read("env.txt").ShouldBe("$HOME %PATH% `x`\ns3cret\n");
        run.Lines.ShouldContain("values: no input");
    }

    [Fact]
    public async Task A_secret_stands_nowhere()
    {
        _sandbox.Variables["REAL_TOKEN"] = "s3cret";
        _sandbox.Fail("s3cret", 1);

        var run = await _sandbox.RunAsync(new RunRequest { Targets = ["told"], ShowOutput = true });

        run["told"].Reason.ShouldBe("`probe check ***` exit code 1");
        run["told"].FirstFailure!.Tail.ShouldBe(["$ probe check ***", "*** complains"]);
        run.Lines.ShouldContain("told: my ***");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(_sandbox.Root, ".pipelinekit"), "*", SearchOption.AllDirectories))
        {
            (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldNotContain("s3cret");
        }
    }

    [Fact]
    public async Task A_script_stops_at_its_first_failing_command()
    {
        var run = await _sandbox.RunAsync("script");

        run["script"].FirstFailure!.ExitCode.ShouldBe(1);
        run["script"].Reason.ShouldBe("script `script` exit code 1");
        _sandbox.Read("piped.txt").ShouldBe("one\n");
        _sandbox.Trace().ShouldBe(["probe||say|one"]);
    }

    [Fact]
    public async Task A_missing_secret_skips_the_job_by_name()
    {
        var run = await _sandbox.RunAsync("secret");

        run.End.Passed.ShouldBeFalse();
        run["secret"].Reason.ShouldBe("the secret REAL_TOKEN is not in the environment");
        _sandbox.Trace().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_timeout_ends_the_job_and_its_children()
    {
        var time = new ManualTime();
        _sandbox.Time = time;

        var work = _sandbox.RunAsync("slow");
        await Written("pid-slow");
        time.End();
        var run = await work;

        run["slow"].Reason.ShouldBe("longer than its timeout of 1.5 minutes");
        run.End.Stopped.ShouldBeFalse();
        await ProcessEnd.WaitAsync(_sandbox.Read("pid-slow"));
    }

    [Fact]
    public async Task A_stop_ends_the_children_and_fails()
    {
        using var stop = new CancellationTokenSource();

        var work = _sandbox.RunAsync(new RunRequest { Targets = ["endless", "values"], Parallelism = 1 }, stop.Token);
        await Written("pid-endless");
        await stop.CancelAsync();
        var run = await work;

        run.End.Stopped.ShouldBeTrue();
        run.End.Passed.ShouldBeFalse();
        run["endless"].Reason.ShouldBe("interrupted");
        await ProcessEnd.WaitAsync(_sandbox.Read("pid-endless"));
    }

    [Theory]
    [InlineData("missing", "no-such-tool: not on PATH", "get no-such-tool from its makers")]
    [InlineData("old", "fakepy 9.9: this machine has 2.0.7", "fakepy comes from nowhere")]
    public async Task A_missing_tool_is_named_before_anything_runs(string job, string problem, string hint)
    {
        var run = await _sandbox.RunAsync(job, "lint");

        run.End.Refusal.ShouldBe($"nothing was run, because tools are missing (--allow-skips leaves their jobs out):\n  {problem}\n    {hint}\n    needed by {job}");
        _sandbox.Trace().ShouldBeEmpty();
    }

    [Fact]
    public async Task With_allowed_skips_a_missing_tool_leaves_its_job_out()
    {
        var run = await _sandbox.RunAsync(new RunRequest { Targets = ["missing", "lint"], AllowSkips = true });

        run.End.Passed.ShouldBeTrue(run.Summary);
        run["missing"].Reason.ShouldBe("missing: no-such-tool");
        run["lint"].Outcome.ShouldBe(Outcome.Passed);
    }

    [Fact]
    public async Task All_leaves_without_their_version_are_a_missing_tool()
    {
        _sandbox.Write("versions", "fakepy 2.7.0\n");

        var run = await _sandbox.RunAsync("versions");

        run.End.Refusal.ShouldNotBeNull().ShouldContain("fakepy 1.0: this machine has 2.7.0");
        _sandbox.Trace().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_required_artifact_that_is_not_there_fails_the_job_and_stops_those_that_need_it()
    {
        var run = await _sandbox.RunAsync("after-package");

        run["package"].Reason.ShouldBe("it did not leave dist/");
        run["after-package"].Reason.ShouldBe("it needs package, which failed");
    }

    [Theory]
    [InlineData(null, 0, "its commands passed, but it left no JUnit report reports/promise/*.xml")]
    [InlineData("<testsuites/>", 0, "")]
    [InlineData(null, 1, "`probe check promise` exit code 1")]
    public async Task A_promised_report_that_is_not_there_fails_the_job(string? report, int code, string reason)
    {
        _sandbox.Fail("promise", code);
        if (report is not null)
        {
            _sandbox.Write("promised", report);
        }

        (await _sandbox.RunAsync("promise"))["promise"].Reason.ShouldBe(reason);
    }

    [Fact]
    public async Task Publishing_is_refused_unless_it_is_allowed()
    {
        var request = new RunRequest { Targets = ["publish"], Exclusive = true };

        var refused = await _sandbox.RunAsync(request);
        var allowed = await _sandbox.RunAsync(request with { AllowPublish = true });

        refused["publish"].Reason.ShouldBe("it publishes or deploys: pass --allow-publish");
        allowed.End.Passed.ShouldBeTrue(allowed.Summary);
        _sandbox.Trace().ShouldBe(["probe||say|published"], "and nothing before it");
    }

    [Fact]
    public async Task Somebody_at_a_terminal_approves()
    {
        var alone = await _sandbox.RunAsync("deploy");
        _sandbox.Approve = _ => false;
        var no = await _sandbox.RunAsync("deploy");
        _sandbox.Approve = question => question == "deploy deploys to production. Go on? [y/N] ";
        var yes = await _sandbox.RunAsync("deploy");

        alone["deploy"].Reason.ShouldBe("somebody has to approve production at a terminal");
        no["deploy"].Reason.ShouldBe("production was not approved");
        yes["deploy"].Outcome.ShouldBe(Outcome.Passed);
        _sandbox.Trace().ShouldBe(["probe||say|deployed"]);
    }

    [Fact]
    public async Task An_operation_of_the_platform_does_nothing_and_says_so()
    {
        var run = await _sandbox.RunAsync("clean");

        run.End.Passed.ShouldBeTrue();
        run["clean"].Reason.ShouldBe("clear-caches is an operation of the CI platform");
    }

    [Fact]
    public void A_dry_run_shows_commands_and_starts_none()
    {
        using var writer = new StringWriter { NewLine = "\n" };

        DryRun.Write(writer, Sandbox.Pipeline(), new RunRequest { Targets = ["versions", "values"] }, new Dictionary<string, string>());

        writer.ToString().ShouldContain("versions (py 1.0)\n    $ probe install\n    $ probe report reports/versions/leaf.txt 1.0\n");
        writer.ToString().ShouldContain("values\n    LITERAL='$HOME %PATH% `x`'\n    TOKEN=<secret REAL_TOKEN>\n");
        writer.ToString().ShouldContain("    $ probe say '$LITERAL'\n");
        _sandbox.Trace().ShouldBeEmpty();
    }

    [Fact]
    public void A_dry_run_shows_what_runs_here_and_no_command_that_only_makes_a_report()
    {
        using var writer = new StringWriter();
        var pipeline = Sandbox.Pipeline();
        var lint = pipeline.Jobs.First(j => j.Id == "lint");
        var report = new Command { Name = "report", Argv = ["probe", "say", "report"], Makes = ReportKind.Codequality };
        DryRun.Write(writer, pipeline with { Jobs = [lint with { Run = [report, .. lint.Run] }] }, new RunRequest { Targets = ["lint"] }, new Dictionary<string, string>());

        writer.ToString().ShouldContain("$ probe check lint");
        writer.ToString().ShouldNotContain("probe say report");
    }

    [Fact]
    public void A_stage_does_not_bring_the_gate_in_because_its_site_waits_for_it()
    {
        using var writer = new StringWriter();
        var pipeline = Sandbox.Pipeline();
        var lint = pipeline.Jobs.First(j => j.Id == "lint");
        var docs = lint with { Id = "docs", Stage = "docs", Needs = [] };
        var site = docs with { Id = "docs-site", Phase = Phase.Deploy, Gate = false, NeedsGate = true, Run = [], Install = null, Needs = [new Need("docs", ["html"])], Pages = new Pages("docs", "html", "reports/docs") };
        DryRun.Write(writer, pipeline with { Jobs = [lint, docs, site] }, new RunRequest { Targets = ["docs"] }, new Dictionary<string, string>());

        writer.ToString().ShouldStartWith("docs\n");
        writer.ToString().ShouldNotContain("lint\n");
    }

    private async Task Written(string file)
    {
        while (!_sandbox.Has(file) || !_sandbox.Read(file).EndsWith('\n'))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
