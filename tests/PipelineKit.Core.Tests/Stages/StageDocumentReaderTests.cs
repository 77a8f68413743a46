using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Stages;
using PipelineKit.Core.Stages.Documents;
using Shouldly;

namespace PipelineKit.Core.Tests.Stages;

/// <summary>The whole grammar of docs/reference/stage-format.md, and what is refused key by key.</summary>
public sealed class StageDocumentReaderTests
{
    [Fact]
    public void The_whole_grammar_is_read()
    {
        var document = Read(File.ReadAllText(Path.Combine(StageHarness.SourceFolder(), "documents", "whole-grammar.yml")), out var diagnostics);

        diagnostics.Sorted().ShouldBeEmpty();
        document.ShouldNotBeNull();
        document.Jobs.Select(j => j.Name).ShouldBe(["main", "build", "publish", "site", "clean"]);
        document.Files.ShouldHaveSingleItem().ShouldBe(new SupportFile(".pipelinekit/coverage.toml", "[run]\nbranch = true\n"));
        document.Services["db"].ShouldSatisfyAllConditions(s => s.Use.ShouldBe("mariadb"), s => s.Version.ShouldBe("11.4.5"), s => s.Settings["database"].ShouldBe("app"));
        document.Installs["deps"].Cache.ShouldNotBeNull().Key.ShouldBe(["uv.lock"]);
    }

    [Fact]
    public void A_job_keeps_what_it_says()
    {
        var job = Read(File.ReadAllText(Path.Combine(StageHarness.SourceFolder(), "documents", "whole-grammar.yml")), out _)!.Jobs[0];

        job.Phase.ShouldBe(Phase.Test);
        job.Gate.ShouldBe(true);
        job.Timeout.ShouldBe(TimeSpan.FromMinutes(20));
        job.Toolchains.ShouldBe([new("python", new MatrixValue("python")), new("uv", null)]);
        job.Matrix!.Axes.ShouldHaveSingleItem().Values.ShouldBe(["3.11", "3.12"]);
        job.Env.ShouldContain(new KeyValuePair<string, Value>("DATABASE_HOST", new ServiceValue("db", "host")));
        job.Env.ShouldContain(new KeyValuePair<string, Value>("API_TOKEN", new SecretValue("API_TOKEN", false)));
        job.Run[0].Findings.ShouldBe([1]);
        job.Run[1].ShouldSatisfyAllConditions(c => c.Always.ShouldBeTrue(), c => c.Stdout.ShouldBe("reports/test-coverage/summary.md"));
        job.Run[2].ShouldSatisfyAllConditions(c => c.Script.ShouldBe("./scripts/check.sh | tee check.log\n"), c => c.Shell.ShouldBe("sh"));
        job.When!.Events.ShouldBe(PipelineEvents.All & ~PipelineEvents.Tag);
        job.Locks.ShouldBe(["workspace"]);
    }

    [Fact]
    public void Jobs_that_publish_keep_what_they_say()
    {
        var jobs = Read(File.ReadAllText(Path.Combine(StageHarness.SourceFolder(), "documents", "whole-grammar.yml")), out _)!.Jobs;

        jobs[1].Artifacts.ShouldHaveSingleItem().ShouldSatisfyAllConditions(a => a.Required.ShouldBeTrue(), a => a.Keep.ShouldBe(TimeSpan.FromDays(7)));
        jobs[1].Run[0].Name.ShouldBe("uv build");
        jobs[2].Needs.Select(n => n.Job).ShouldBe(["build", "gate"]);
        jobs[2].Environment.ShouldBe(new DeploymentEnvironment("pypi", true));
        jobs[2].OidcFor.ShouldBe("pypi");
        jobs[2].Concurrency.ShouldBe(new Concurrency("publish", false));
        jobs[3].PagesArtifact.ShouldBe("html");
        jobs[4].ShouldSatisfyAllConditions(j => j.PlatformOperation.ShouldBe("clear-caches"), j => j.When!.OnlyManual.ShouldBeTrue());
    }

    [Theory]
    [InlineData("stage: 2\njobs: { main: { run: [[a]] } }", "\"stage\" must be 1, the version of the grammar")]
    [InlineData("jobs: { main: { run: [[a]] } }", "a stage document needs the key \"stage\"")]
    [InlineData("stage: 1", "a stage document needs at least one job")]
    [InlineData("stage: 1\nscope: repository\njobs: { main: { run: [[a]] } }", "\"scope\" must be \"project\", as stage.yml says")]
    [InlineData("stage: 1\njobs: { Main: { run: [[a]] } }", "\"Main\" is no job name: lower-case letters, digits and \"-\"")]
    [InlineData("stage: 1\njobs: { main: { title: x } }", "job \"main\" does nothing: it needs \"run\", \"pages\" or \"platform\"")]
    [InlineData("stage: 1\njobs: { main: { run: [{ argv: [a], script: b, shell: sh }] } }", "a command needs either \"argv\" or \"script\"")]
    [InlineData("stage: 1\njobs: { main: { run: [{ argv: [a], shell: sh }] } }", "\"shell\" belongs to \"script\", \"argv\" needs none")]
    [InlineData("stage: 1\njobs: { main: { run: [[{ matrix: python }, b]] } }", "the first argument is the program and must be a text")]
    [InlineData("stage: 1\njobs: { main: { env: { 1A: x }, run: [[a]] } }", "\"1A\" is no name of an environment variable")]
    [InlineData("stage: 1\njobs: { main: { env: { A: { service: db, get: name } }, run: [[a]] } }", "\"get\" must be one of \"host\", \"port\", \"user\", \"password\", \"database\", \"url\", not \"name\"")]
    [InlineData("stage: 1\njobs: { main: { run: [[a, { secret: X }]] } }", "an argument needs the key \"matrix\"")]
    [InlineData("stage: 1\njobs: { main: { when: { events: [pull_request] }, run: [[a]] } }", "an event must be one of \"push\", \"pull-request\", \"merge-queue\", \"schedule\", \"manual\", \"tag\", not \"pull_request\"")]
    [InlineData("stage: 1\njobs: { main: { matrix: { axes: {} }, run: [[a]] } }", "\"matrix\" needs at least one axis with at least one value")]
    [InlineData("stage: 1\njobs: { main: { matrix: { axes: { p: [\"1\"] }, primary: { p: \"2\" } }, run: [[a]] } }", "\"primary\" names p \"2\", which the axes do not have")]
    [InlineData("stage: 1\nfiles: [{ path: src/a, content: x }]\njobs: { main: { run: [[a]] } }", "the support file \"src/a\" must lie in .pipelinekit/")]
    [InlineData("stage: 1\njobs: { main: { reports: [{ kind: sarif, path: /tmp/x }], run: [[a]] } }", "\"/tmp/x\" is no path inside the project")]
    [InlineData("stage: 1\ninstalls: { d: { run: [[a]], cache: { id: a, env: B, key: [a, b, c] } } }\njobs: { main: { run: [[a]] } }", "a cache has one or two key files")]
    public void What_is_wrong_is_said(string text, string message)
    {
        Read(text, out var diagnostics).ShouldBeNull();

        diagnostics.Sorted().Select(d => d.Message).ShouldContain(message);
    }

    [Theory]
    [InlineData("90s", 90)]
    [InlineData("15m", 900)]
    [InlineData("2h", 7200)]
    [InlineData("1d", 86400)]
    public void Durations_have_units(string text, int seconds) =>
        Read($"stage: 1\njobs: {{ main: {{ timeout: {text}, run: [[a]] }} }}", out _)!.Jobs[0].Timeout.ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("15")]
    [InlineData("m")]
    [InlineData("0s")]
    [InlineData("-5m")]
    [InlineData("1.5h")]
    [InlineData("400d")]
    public void Other_durations_are_refused(string text)
    {
        Read($"stage: 1\njobs: {{ main: {{ timeout: {text}, run: [[a]] }} }}", out var diagnostics).ShouldBeNull();
        diagnostics.Sorted().ShouldHaveSingleItem().Descriptor.ShouldBe(StageDiagnostics.WrongValue);
    }

    private static StageDocument? Read(string text, out DiagnosticBag diagnostics)
    {
        diagnostics = new DiagnosticBag();
        return StageDocumentReader.Read(text, repositoryScope: false, new DocumentContext("test.sbn", [], diagnostics));
    }
}
