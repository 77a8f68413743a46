using PipelineKit.Core.Model;
using PipelineKit.Platforms.Tests.GitHub;
using PipelineKit.Platforms.Tests.GitLab;
using Shouldly;

namespace PipelineKit.Platforms.Tests.Shared;

/// <summary>A job whose commands pass and that leaves less than it promised is red on both platforms, and the log names what is missing.</summary>
public class PromisedReportsTests
{
    private const string JUnit = "reports/job/junit.xml";
    private const string Pages = "reports/job/html/";

    private static readonly Command Tool = GitLab.Build.Argv("tool", "tool", $"--report={JUnit}");

    public static TheoryData<string[], string[], bool, string> Promises => new()
    {
        // what is promised, what is left, whether the job passes, what the log names
        { [JUnit], [JUnit], true, "" },
        { [JUnit], [], false, JUnit },
        { [JUnit, "reports/job/a b.xml"], [JUnit], false, "reports/job/a b.xml" },
        { [JUnit, "reports/job/a b.xml"], [JUnit, "reports/job/a b.xml"], true, "" },
        { [Pages], ["reports/job/html/index.html"], true, "" },
        { [Pages], ["reports/job/other.html"], false, "reports/job/html" },
        { ["reports/job/*.xml"], [JUnit], true, "" },
        { ["reports/job/*.xml"], ["reports/job/x.json"], false, "reports/job/*.xml" },
        { ["out/**/TEST-*.xml"], ["out/TEST-a.xml"], true, "" },
        { ["out/**/TEST-*.xml"], ["out/a/b/TEST-a.xml"], true, "" },
        { ["out/**/TEST-*.xml"], ["out/a/other.xml"], false, "" },
        { ["-report.xml"], ["-report.xml"], true, "" },
    };

    [Theory]
    [MemberData(nameof(Promises))]
    public void WhatIsMissingIsNamedAndFailsTheJob(string[] promised, string[] left, bool passes, string named)
    {
        var job = GitLab.Build.Job("job", run: Tool) with { Reports = [.. promised.Select(path => new Report(path.EndsWith('/') ? ReportKind.Html : ReportKind.Junit, path))] };

        foreach (var lines in new[] { OnGitLab(job), OnGitHub(job) })
        {
            using var shell = Left(left);
            (shell.Run(lines) == 0).ShouldBe(passes, string.Join('\n', lines) + shell.Error);
            shell.Error.ShouldContain(named);
        }
    }

    [Theory]
    [InlineData("later", 1, "tool other", 1)]
    [InlineData("later", 0, "tool other", 1)]
    [InlineData("report", 1, "tool other", 2)] // findings that are only reported, and no report: the tool never ran
    [InlineData("report", 7, "tool", 7)]
    [InlineData("stop", 3, "tool", 3)]
    public void AFailureBeforeItIsNotHidden(string kind, int code, string ran, int expected)
    {
        var first = Tool with
        {
            Findings = [1],
            OnFailure = kind switch { "later" => OnFailure.Later, "report" => OnFailure.Report, _ => OnFailure.Stop },
        };
        var job = GitLab.Build.Job("job", run: [first, GitLab.Build.Argv("other", "other")]) with { Reports = [new Report(ReportKind.Junit, JUnit)] };

        using var shell = Left([]).Program("tool", code).Program("other", 0);
        shell.Run(OnGitLab(job)).ShouldBe(expected);
        shell.Trace().Select(line => line.Split(' ')[0]).ShouldBe(ran.Split(' '));
        shell.Error.Contains(JUnit, StringComparison.Ordinal).ShouldBe(ran != "tool");
    }

    [Fact]
    public void OnGitHubItIsAskedOnlyOfAJobThatPassed()
    {
        var job = Sample.Job("job", "tool") with { Reports = [new Report(ReportKind.Junit, JUnit)] };
        var step = new Workflow(Sample.Pipeline(job)).Steps("job").Single(s => Workflow.TextOf(s, "name") == "Every report is there");
        Workflow.TextOf(step, "if").ShouldBeNull();
        Workflow.TextOf(step, "run").ShouldBe($"ls -d {JUnit}");
    }

    public static TheoryData<Command, ReportKind, string> Certain => new()
    {
        { Tool with { Stdout = "reports/job/list.json" }, ReportKind.Codequality, "reports/job/list.json" },
        { GitLab.Build.Argv("own", "node", ".pipelinekit/licences/check.mjs", "--report=reports/job/list.json"), ReportKind.Other, "reports/job/list.json" },
        { GitLab.Build.Argv("own", "dotnet", "exec", ".pipelinekit/metrics/bin/analyze.dll", "reports/job"), ReportKind.Sarif, "reports/job/a.sarif" },
        { Tool, ReportKind.Summary, "reports/job/summary.md" },
    };

    [Theory]
    [MemberData(nameof(Certain))]
    public void WhatCannotBeMissingIsNotLookedFor(Command command, ReportKind kind, string path)
    {
        var job = GitLab.Build.Job("job", run: command) with { Reports = [new Report(kind, path)] };
        OnGitLab(job).ShouldNotContain(line => line.StartsWith("ls ", StringComparison.Ordinal));
    }

    [Fact]
    public void AConfigurationOfOursIsNoProgramOfOurs()
    {
        var job = GitLab.Build.Job("job", run: GitLab.Build.Argv("eslint", "eslint", "--format=./.pipelinekit/eslint/formatter.mjs", $"--output={JUnit}")) with
        {
            Reports = [new Report(ReportKind.Junit, JUnit)],
        };
        OnGitLab(job).ShouldContain($"ls -d {JUnit}");
    }

    private static string[] OnGitLab(Job job) => [.. Emitted.From(job).Lines("job", "script")];

    // GitHub's shell, one step after another; the step for the summary and those that keep files are the platform's.
    private static string[] OnGitHub(Job job) =>
        [.. new Workflow(Sample.Pipeline(job)).Steps("job").Where(s => Workflow.TextOf(s, "name") != "Results in the job summary").Select(s => Workflow.TextOf(s, "run")).OfType<string>()];

    private static GitLab.Shell Left(string[] files)
    {
        var shell = new GitLab.Shell().Program("tool", 0);
        foreach (var file in files)
        {
            var path = Path.Combine(shell.Folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "x");
        }

        return shell;
    }
}
