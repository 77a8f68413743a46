using System.Text.RegularExpressions;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Stages;
using PipelineKit.Core.Stages.Catalog;
using Shouldly;

namespace PipelineKit.Core.Tests.Stages;

/// <summary>
/// Every tool in every stage with every package manager, in the lock and not, with and without a severity: renders, reads, leaves no placeholder,
/// and calls the tool.
/// </summary>
public sealed partial class CombinationTests
{
    private static readonly StageCatalog Catalog = new([StageHarness.BuiltIn], new DiagnosticBag());

    public static TheoryData<string, string, string, string> Combinations()
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (var tool in Catalog.ToolIds.Select(id => Catalog.FindTool(id)!))
        {
            foreach (var stage in tool.Stages)
            {
                foreach (var stack in tool.Stacks)
                {
                    foreach (var manager in Catalog.FindStack(stack)!.Locks.Select(l => l.Key))
                    {
                        data.Add(stage, stack, manager, tool.Id);
                    }
                }
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public void A_tool_becomes_commands(string stage, string stack, string manager, string tool)
    {
        var severities = Catalog.FindTool(tool)!.Severities;
        foreach (var locked in new[] { "", $", tools-in-lock: [{tool}]", ", tools-in-lock: []" })
        {
            foreach (var failOn in severities.Select(s => $", fail-on: {s}").Prepend(""))
            {
                foreach (var input in Inputs(stage))
                {
                    Check(Spec(stage, stack, manager, tool, locked, failOn + input), tool);
                }
            }
        }
    }

    /// <summary>The rows of the page that says what was tried, each with a tool.</summary>
    public static TheoryData<string, string, string> TriedTools()
    {
        var data = new TheoryData<string, string, string>();
        foreach (Match row in Row().Matches(File.ReadAllText(Path.Combine(StageHarness.RepositoryRoot(), "docs", "verification.md"))))
        {
            data.Add(row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value);
        }

        return data;
    }

    [Fact]
    public void The_page_of_what_was_tried_names_most_tools() => TriedTools().Count.ShouldBeGreaterThan(50);

    [Theory]
    [MemberData(nameof(TriedTools))]
    public void A_tool_that_was_tried_has_a_template_that_calls_it(string stage, string stack, string tool)
    {
        File.Exists(Path.Combine(StageHarness.RepositoryRoot(), "templates", "stages", stage, $"{tool}.sbn")).ShouldBeTrue();
        var rendered = Catalog.FindStack(stack)!.Locks.Count(manager => Check(Spec(stage, stack, manager.Key, tool, "", Inputs(stage)[0]), tool));
        rendered.ShouldBeGreaterThan(0, $"no package manager of {stack} has {tool}");
    }

    [GeneratedRegex(@"^\| ([a-z-]+) \| ([a-z]+) \| `([a-z0-9-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\{[a-z.-]+\}")]
    private static partial Regex Placeholder();

    private static string[] Inputs(string stage) => stage switch
    {
        "test-coverage" => ["", ", minimum: 80", ", minimum: 80, branch: true, services: { db: postgres }"],
        "licence-check" => ["", ", allow: [MIT]", ", ignore: { a: because }"],
        "docs" => ["", ", strict: false", ", publish: pages"],
        _ => [""],
    };

    private static string Spec(string stage, string stack, string manager, string tool, string locked, string inputs)
    {
        var solution = stack == "dotnet" ? ", solution: A.sln" : "";
        // The two that run PipelineKit itself have to know where it comes from.
        var source = tool == "pipelinekit" ? "pipelinekit: { source: packages, version: 1.0.0 }\n" : "";
        return $"version: 1\ntargets: [github]\n{source}stack: {stack}\n{stack}: {{ manager: {manager}{solution}{locked} }}\nstages: {{ {stage}: {{ tools: [{tool}]{inputs} }} }}\n";
    }

    // True when the tool can be had: then it is called.
    private static bool Check(string spec, string tool)
    {
        var harness = StageHarness.Load(spec);
        harness.Messages.ShouldBeEmpty(spec);
        var document = harness.Render(harness.Requests().Single());
        if (document is null)
        {
            // Said clearly, and nothing else went wrong.
            harness.Diagnostics.Sorted().ShouldAllBe(d => d.Descriptor == StageDiagnostics.ToolUnavailable, spec + harness.Messages);
            return false;
        }

        harness.Messages.ShouldBeEmpty(spec);
        foreach (var job in document.Jobs.Where(j => j.Run.Count > 0))
        {
            job.Toolchains.ShouldNotBeEmpty(spec);
            job.Toolchains.Select(t => t.Key).ShouldBeSubsetOf(Catalog.ToolchainIds);
            job.Run.SelectMany(c => c.Argv).OfType<LiteralValue>().ShouldAllBe(a => a.Text.Length > 0 && !Placeholder().IsMatch(a.Text), spec);
            job.Timeout.ShouldNotBeNull();
            CheckReports(job, spec);
        }

        document.Jobs.SelectMany(j => j.Run).Any(c => ToolCalls.Calls(Catalog.FindTool(tool)!, c)).ShouldBeTrue($"{spec}\nno command calls {tool}");
        return true;
    }

    // The expression for the coverage has exactly one group, and every report lies where the job keeps its reports.
    private static void CheckReports(StageJob job, string spec)
    {
        foreach (var report in job.Reports)
        {
            (report.Path.StartsWith("reports/", StringComparison.Ordinal) || report.Kind == ReportKind.Html).ShouldBeTrue(spec);
            if (report.Line is { } line)
            {
                new Regex(line).GetGroupNumbers().Length.ShouldBe(2);
            }
        }
    }
}
