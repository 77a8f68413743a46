using PipelineKit.Core.Model;
using PipelineKit.Core.Resolution;
using Shouldly;

namespace PipelineKit.Core.Tests.Resolution;

/// <summary>A command that only makes a report stands where somebody reads the kind, and its report with it.</summary>
public sealed class ReadersTests
{
    private static readonly Job Lint = new()
    {
        Id = "lint",
        Stage = "lint",
        Title = "Lint",
        Phase = Phase.Check,
        Project = new Project(null, "api", "python"),
        Runner = new Runner("linux", ["ubuntu-24.04"], []),
        Timeout = TimeSpan.FromMinutes(5),
        ReportsDirectory = "api/reports/lint",
        Run =
        [
            Command("scan", "scan", "--sarif=reports/lint/all.sarif"),
            Command("quality", "scan", "--output=reports/lint/quality.json") with { Makes = ReportKind.Codequality },
            Command("sarif", "scan", "--format=sarif") with { Makes = ReportKind.Sarif, Stdout = "reports/lint/scan.sarif" },
        ],
        Reports =
        [
            new(ReportKind.Sarif, "api/reports/lint/all.sarif"),
            new(ReportKind.Codequality, "api/reports/lint/quality.json"),
            new(ReportKind.Sarif, "api/reports/lint/scan.sarif"),
        ],
    };

    public static TheoryData<ReportKind[], string[], string[]> Places => new()
    {
        { [], ["scan"], ["all.sarif"] },
        { [ReportKind.Sarif], ["scan", "sarif"], ["all.sarif", "scan.sarif"] },
        { [ReportKind.Codequality], ["scan", "quality"], ["all.sarif", "quality.json"] },
        { [ReportKind.Codequality, ReportKind.Sarif], ["scan", "quality", "sarif"], ["all.sarif", "quality.json", "scan.sarif"] },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void What_nobody_reads_is_not_made_and_what_decides_is_everywhere(ReportKind[] read, string[] commands, string[] reports)
    {
        var job = Readers.Of(Pipeline, (kind, _) => read.Contains(kind)).Jobs.ShouldHaveSingleItem();

        job.Run.Select(command => command.Name).ShouldBe(commands);
        job.Reports.Select(report => Path.GetFileName(report.Path)).ShouldBe(reports);
    }

    [Fact]
    public void The_digest_covers_what_a_place_does_and_no_more()
    {
        string DigestOf(params ReportKind[] read) => Readers.Of(Pipeline with { Jobs = [Lint with { Digest = "x" }] }, (kind, _) => read.Contains(kind)).Jobs[0].Digest;

        DigestOf().ShouldBe(ParityDigest.Compute(Lint with { Run = [Lint.Run[0]] }));
        DigestOf(ReportKind.Sarif).ShouldBe(ParityDigest.Compute(Lint with { Run = [Lint.Run[0], Lint.Run[2]] }));
        DigestOf(ReportKind.Summary).ShouldBe(DigestOf());
    }

    [Fact]
    public void On_a_laptop_nobody_reads_reports() => Readers.OfLaptop(Pipeline).Jobs[0].Run.ShouldHaveSingleItem().Name.ShouldBe("scan");

    private static Pipeline Pipeline => new() { Name = "p", SpecFile = "pipelinekit.yml", Triggers = new Triggers { DefaultBranch = "main" }, Jobs = [Lint], Projects = [Lint.Project] };

    private static Command Command(string name, params string[] argv) => new() { Name = name, Argv = [.. argv.Select(word => new LiteralValue(word))] };
}
