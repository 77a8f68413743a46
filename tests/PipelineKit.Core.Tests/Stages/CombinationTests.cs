using System.Text.RegularExpressions;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Stages;
using PipelineKit.Core.Stages.Catalog;
using Shouldly;

namespace PipelineKit.Core.Tests.Stages;

/// <summary>Every tool in every stage with every package manager, in the lock and not, with and without a severity: renders, reads, and leaves no placeholder.</summary>
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
                    Check(Spec(stage, stack, manager, tool, locked, failOn + input));
                }
            }
        }
    }

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
        return $"version: 1\ntargets: [github]\nstack: {stack}\n{stack}: {{ manager: {manager}{solution}{locked} }}\nstages: {{ {stage}: {{ tools: [{tool}]{inputs} }} }}\n";
    }

    private static void Check(string spec)
    {
        var harness = StageHarness.Load(spec);
        harness.Messages.ShouldBeEmpty(spec);
        var document = harness.Render(harness.Requests().Single());
        if (document is null)
        {
            // Said clearly, and nothing else went wrong.
            harness.Diagnostics.Sorted().ShouldAllBe(d => d.Descriptor == StageDiagnostics.ToolUnavailable, spec + harness.Messages);
            return;
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
    }

    // The expression for the coverage has exactly one group, and every report lies where the job keeps its reports.
    private static void CheckReports(StageJob job, string spec)
    {
        foreach (var report in job.Reports)
        {
            (report.Path.StartsWith(".reports/", StringComparison.Ordinal) || report.Kind == ReportKind.Html).ShouldBeTrue(spec);
            if (report.Line is { } line)
            {
                new Regex(line).GetGroupNumbers().Length.ShouldBe(2);
            }
        }
    }
}
