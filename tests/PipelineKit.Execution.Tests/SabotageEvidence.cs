using PipelineKit.Execution.Tests.Reports;
using PipelineKit.Execution.Tests.Running;

namespace PipelineKit.Execution.Tests;

/// <summary>Looks for the fault where the stage had to tell it: a job that fails because something is missing has not caught it.</summary>
internal static class SabotageEvidence
{
    public static void ShouldBeIn(RunResult run, SabotageCase sabotage)
    {
        if (sabotage.Report == "log")
        {
            run.Output.Split('\n').ShouldContain(l => Tells(l, sabotage), $"{run.Platform}: {sabotage.Name}\n{run.Tail}");
            return;
        }

        var file = Path.Combine(run.ReportsOf(sabotage.Stage), sabotage.Report);
        File.Exists(file).ShouldBeTrue($"{run.Platform}: {sabotage.Report} is missing\n{run.Tail}");
        if (sabotage.Coverage is { } coverage)
        {
            Figures.LineCoverage(file).ShouldBe(coverage, run.Platform);
            return;
        }

        var findings = FindingReader.Read(file, run.Folders[sabotage.Stage]);
        findings.ShouldContain(
            f => f.Rule == sabotage.Rule && f.File == sabotage.File && f.Line == sabotage.Line && f.Message.Contains(sabotage.Text ?? "", StringComparison.Ordinal),
            $"{run.Platform}: {sabotage.Name} expected, found\n{string.Join('\n', findings)}");
    }

    private static bool Tells(string line, SabotageCase sabotage) =>
        line.Contains(sabotage.Rule ?? "", StringComparison.Ordinal)
        && line.Contains(sabotage.Text ?? "", StringComparison.Ordinal)
        && (sabotage.File is null || line.Contains($"{sabotage.File}:{sabotage.Line}:", StringComparison.Ordinal) || line.Contains($"{sabotage.File}({sabotage.Line},", StringComparison.Ordinal));
}
