using PipelineKit.Core.Model;
using PipelineKit.Platforms.Tests.Shared;

namespace PipelineKit.Platforms.Tests.GitHub.Samples;

/// <summary>What a failing command does, redirections, scripts in every shell, and every kind of report.</summary>
internal static class Commands
{
    public static Pipeline Pipeline { get; } = Sample.Pipeline(
        Sample.Job("order") with
        {
            Install = Sample.UvSync,
            Run =
            [
                Sample.Command("first", "tool", "first") with { OnFailure = OnFailure.Report, Findings = [1, 3] },
                Sample.Command("second", "tool", "second") with { OnFailure = OnFailure.Later },
                Sample.Command("second", "tool", "again") with { OnFailure = OnFailure.Later },
                Sample.Command("third", "tool", "third"),
                Sample.Command("fourth", "tool", "fourth"),
                Sample.Command("Install", "tool", "always") with { Always = true, Stdout = "out/a b/always.txt" },
            ],
        },
        Sample.Job("no-install") with
        {
            Run =
            [
                Sample.Command("1st", "tool", "first") with { OnFailure = OnFailure.Later },
                Sample.Command("2nd", "tool", "second") with { OnFailure = OnFailure.Later },
                Sample.Command("table", "tool", "table") with { Always = true, Stdout = "table.md" },
            ],
        },
        Sample.Job("scripts") with
        {
            Run =
            [
                new Command { Name = "bash", Script = "./check.sh | tee check.log\r\n", Shell = "bash" },
                new Command { Name = "sh", Script = "./check.sh > check.log\n\n", Shell = "sh", OnFailure = OnFailure.Report, Findings = [1] },
                new Command { Name = "redirected", Script = "echo one\necho two\n", Shell = "bash", Stdout = "reports/scripts/summary.md" },
                new Command { Name = "pwsh", Script = "Get-ChildItem | Out-File list.txt", Shell = "pwsh", OnFailure = OnFailure.Later },
                Sample.Command("after", "tool"),
            ],
            IsSecurity = true,
            Reports = [new Report(ReportKind.Summary, "reports/scripts/summary.md")],
        },
        Sample.Job("reports", "tool", "--all") with
        {
            Reports =
            [
                new Report(ReportKind.Junit, "reports/reports/**/junit-*.xml"),
                new Report(ReportKind.Cobertura, "reports/reports/cobertura.xml") { Line = "^TOTAL.*?(\\d+)%$" },
                new Report(ReportKind.Codequality, "reports/reports/quality.json"),
                new Report(ReportKind.Sast, "gl-sast-report.json"),
                new Report(ReportKind.Cyclonedx, "bom.cdx.json"),
                new Report(ReportKind.Html, "htmlcov/"),
                new Report(ReportKind.Other, "reports/reports/log.txt"),
                new Report(ReportKind.Sarif, "reports/reports/*.sarif") { Tool = "tool", Category = "own-category" },
            ],
        },
        Sample.Job("coverage-only", "tool") with { Reports = [new Report(ReportKind.Cobertura, "reports/coverage-only/cobertura.xml")] }) with
    {
        Settings = new Settings { CodeScanning = CodeScanning.On },
    };
}
