using System.Text.Json;
using System.Text.Json.Nodes;
using PipelineKit.Core.Model;
using PipelineKit.Platforms.Tests.Shared;
using Shouldly;

namespace PipelineKit.Platforms.Tests.GitHub;

/// <summary>Runs the lines that the emitter itself adds.</summary>
public class ScriptTests
{
    [Theory]
    [InlineData("success", "success", null, 0)]
    [InlineData("success", "failure", null, 1)]
    [InlineData("cancelled", "success", null, 1)]
    [InlineData("success", "skipped", null, 1)] // nothing leaves it out, so it was dropped
    [InlineData("success", "skipped", "b", 0)]
    [InlineData("success", "skipped", "false", 1)]
    [InlineData("success", "failure", "b", 1)]
    [InlineData("skipped", "success", "b", 1)]
    public void The_gate_passes_only_when_every_job_succeeded_or_left_itself_out(string first, string second, string? leftOut, int expected)
    {
        Shell.Needs("jq");
        using var machine = new Shell();
        machine.Environment["JOBS"] = $$$"""{"a":{"result":"{{{first}}}","outputs":{}},"b":{"result":"{{{second}}}"}}""";
        machine.Environment["LEFT_OUT"] = leftOut ?? "";
        machine.Environment["GITHUB_STEP_SUMMARY"] = machine.Write("summary.md", "");
        var when = leftOut is null ? Condition.Always : new Condition { Paths = ["src/**"] };
        var workflow = new Workflow(Sample.Pipeline(Sample.Job("a", "make"), Sample.Job("b", "make") with { When = when }));
        var (code, output, _) = machine.Run(Workflow.TextOf(workflow.Steps("quality-gate").Single(), "run")!);
        code.ShouldBe(expected);
        output.ShouldBe($"- a: {first}\n- b: {second}\n");
        File.ReadAllText(Path.Combine(machine.Folder, "summary.md")).ShouldBe(output);
    }

    [Theory]
    [InlineData("push", "branch", "refs/heads/main", "HEAD~1", "docs/a.md", "false")]
    [InlineData("push", "branch", "refs/heads/main", "HEAD~1", "src/deep/a.py", "true")]
    [InlineData("push", "branch", "refs/heads/main", "0000000000000000000000000000000000000000", "docs/a.md", "true")]
    [InlineData("push", "tag", "refs/tags/v1", "HEAD~1", "docs/a.md", "true")]
    [InlineData("pull_request", "branch", "refs/pull/1/merge", "HEAD~1", "docs/a.md", "false")]
    [InlineData("pull_request", "branch", "refs/pull/1/merge", "HEAD~1", "src/a.py", "true")]
    [InlineData("merge_group", "branch", "refs/heads/queue", "HEAD~1", "docs/a.md", "false")]
    [InlineData("workflow_dispatch", "branch", "refs/heads/main", null, "docs/a.md", "true")]
    public void Changes_are_found_against_the_base_of_every_event(string name, string refType, string reference, string? baseRef, string changed, string expected)
    {
        Shell.Needs("jq");
        using var machine = new Shell();
        Repository(machine, changed);
        var commit = baseRef?.StartsWith("HEAD", StringComparison.Ordinal) == true ? machine.Start("git", "rev-parse", baseRef).Output.Trim() : baseRef;
        var payload = name switch
        {
            "push" => (object)new { before = commit },
            "pull_request" => new { before = "ignored", pull_request = new { @base = new { sha = commit } } },
            "merge_group" => new { merge_group = new { base_sha = commit } },
            _ => new { inputs = new { } },
        };
        machine.Environment["GITHUB_EVENT_PATH"] = machine.Write("event.json", JsonSerializer.Serialize(payload));
        machine.Environment["GITHUB_OUTPUT"] = machine.Write("output", "");
        machine.Environment["GITHUB_EVENT_NAME"] = name;
        machine.Environment["GITHUB_REF_TYPE"] = refType;
        machine.Environment["GITHUB_REF"] = reference;
        var workflow = new Workflow(Sample.Pipeline(Sample.Job("job", "make") with { When = new Condition { Paths = ["src/**", "uv.lock"] } }));

        var (code, output, errors) = machine.Run(workflow.Run("changes", "Compare with the base"));

        code.ShouldBe(0, errors);
        output.ShouldBe($"job={expected}\n");
        File.ReadAllText(Path.Combine(machine.Folder, "output")).ShouldBe($"job={expected}\n");
    }

    private static void Repository(Shell machine, string changed)
    {
        const string Commit = "git -c user.name=a -c user.email=a@example.invalid commit --quiet -m";
        machine.Write("docs/a.md", "1");
        machine.Write("src/a.py", "1");
        machine.Write("src/deep/a.py", "1");
        var first = machine.Run($"git init --quiet . && git add docs src && {Commit} one");
        first.Code.ShouldBe(0, first.Errors);
        machine.Write(changed, "2");
        machine.Run($"git add docs src && {Commit} two").Code.ShouldBe(0);
    }

    [Fact]
    public void The_summary_counts_tests_names_failures_and_shows_coverage()
    {
        Shell.Needs("python3");
        using var machine = new Shell();
        machine.Write("reports/job/a/junit.xml", """
            <testsuites><testsuite><testcase classname="c" name="ok"/><testcase classname="c" name="bad"><failure>x &lt;failure</failure></testcase>
            <testcase classname="c" name="out"><skipped/></testcase></testsuite></testsuites>
            """);
        machine.Write("reports/job/b/junit.xml", """<testsuite><testcase name="broken"><error/></testcase></testsuite>""");
        machine.Write("reports/job/cobertura.xml", """<coverage line-rate="0.875"><packages><package><classes><class filename="a.py"><lines><line number="1" hits="1"/><line number="2" hits="0"/></lines></class></classes></package></packages></coverage>""");
        Summary(machine, new Report(ReportKind.Junit, "reports/job/**/junit.xml"), new Report(ReportKind.Cobertura, "reports/job/cobertura.xml"))
            .ShouldBe("4 tests, 2 failed, 1 skipped\n\n- `c bad`\n- `broken`\n\nLine coverage: 87.5%\n\n| file | lines | missed |\n|---|--:|--:|\n| a.py | 2 | 1 |\n");
    }

    [Fact]
    public void A_summary_of_the_stage_stands_as_it_is()
    {
        using var machine = new Shell();
        machine.Write("reports/job/a b.md", "| a |\n");
        Summary(machine, new Report(ReportKind.Summary, "reports/job/a *.md"), new Report(ReportKind.Cobertura, "reports/job/cobertura.xml")).ShouldBe("| a |\n\n");
    }

    [Fact]
    public void A_missing_report_is_told()
    {
        using var machine = new Shell();
        Summary(machine, new Report(ReportKind.Summary, "none.md"), new Report(ReportKind.Junit, "none.xml")).ShouldBe("No results: the tests did not run.\n");
    }

    private static string Summary(Shell machine, params Report[] reports)
    {
        var file = machine.Write("summary.md", "");
        machine.Environment["GITHUB_STEP_SUMMARY"] = file;
        var pipeline = Sample.Pipeline(Sample.Job("job", "make") with { Reports = reports });
        GitHubHarness.Files(pipeline).ForEach(f => machine.Write(f.Path, f.Text!));
        var result = machine.Run(new Workflow(pipeline).Run("job", "Results in the job summary"));
        result.Code.ShouldBe(0, result.Errors);
        return File.ReadAllText(file);
    }

    [Fact]
    public void Results_are_merged_to_one_run_per_tool_and_seen_from_the_root()
    {
        Shell.Needs("jq");
        using var machine = new Shell();
        machine.Write("reports/code-scanning/x/a.sarif", Sarif("one", "A", "src/a.py", ""));
        machine.Write("reports/code-scanning/x/y/b.sarif", Sarif("one", "B", "file:///elsewhere/b.py", ""));
        machine.Write("reports/code-scanning/c.sarif", Sarif("two", "C", "c.py", ""","suppressions":[{"kind":"inSource"}]"""));
        var project = new Project("api", "services/api", "python");
        var job = Sample.Job("job", "make") with
        {
            Project = project,
            ReportsDirectory = "services/api/reports/job",
            IsSecurity = true,
            Reports = [new Report(ReportKind.Sarif, "services/api/reports/job/*.sarif")],
        };
        var pipeline = Sample.Pipeline(job);
        var workflow = new Workflow(pipeline);
        GitHubHarness.Files(pipeline).ForEach(f => machine.Write(f.Path, f.Text!));

        var (code, _, errors) = machine.Run(workflow.Run("code-scanning", "Merge to one run per tool"));

        code.ShouldBe(0, errors);
        var runs = (JsonArray)JsonNode.Parse(File.ReadAllText(Path.Combine(machine.Folder, "reports/code-scanning.sarif")))!["runs"]!;
        runs.Select(run => $"{run!["tool"]!["driver"]!["name"]}: {string.Join(' ', ((JsonArray)run["tool"]!["driver"]!["rules"]!).Select(r => r!["id"]))}")
            .ShouldBe(["one: A B", "two: C"]);
        runs.SelectMany(run => (JsonArray)run!["results"]!).Select(r => $"{r!["ruleId"]} {r["ruleIndex"]}{r["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]}")
            .ShouldBe(["A services/api/src/a.py", "B file:///elsewhere/b.py"], ignoreOrder: true);
    }

    private static string Sarif(string tool, string rule, string uri, string more) => $$$$"""
        {"version":"2.1.0","runs":[{"tool":{"driver":{"name":"{{{{tool}}}}","rules":[{"id":"{{{{rule}}}}"}]}},"artifacts":[{"location":{"uri":"{{{{uri}}}}"}}],
        "results":[{"ruleId":"{{{{rule}}}}","ruleIndex":0,"message":{"text":"m"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"{{{{uri}}}}","index":0}}}]{{{{more}}}}}]}]}
        """;
}
