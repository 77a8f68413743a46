using PipelineKit.Core.Model;
using PipelineKit.Execution.Incremental;

namespace PipelineKit.Execution.Jobs;

/// <summary>
/// What a job promised to leave behind and did not. It is looked for where the commands passed: a tool that never ran can look as if it had
/// found nothing, but then it has left no report.
/// </summary>
internal static class PromisedReports
{
    /// <summary>The first problem in words, or null.</summary>
    public static string? FindProblem(Job job, string root) => job.Reports.Select(r => ProblemOf(r, root)).FirstOrDefault(p => p is not null);

    private static string? ProblemOf(Report report, string root) =>
        !FileSets.Any(root, report.Path) ? $"its commands passed, but it left no {NameOf(report.Kind)} {report.Path}"
        : HasContent(report.Kind) && IsEmpty(root, report.Path) ? $"its commands passed, but its {NameOf(report.Kind)} {report.Path} is empty"
        : null;

    // A list of findings in plain text is empty when there are none; a document of one of these formats never is.
    private static bool HasContent(ReportKind kind) => kind
        is ReportKind.Junit or ReportKind.Cobertura or ReportKind.Sarif or ReportKind.Codequality or ReportKind.Sast or ReportKind.Cyclonedx;

    private static bool IsEmpty(string root, string path) =>
        new FileInfo(Path.Combine(root, path)) is { Exists: true, Length: 0 };

    private static string NameOf(ReportKind kind) => kind switch
    {
        ReportKind.Junit => "JUnit report",
        ReportKind.Cobertura => "Cobertura report",
        ReportKind.Sarif => "SARIF report",
        ReportKind.Codequality => "code quality report",
        ReportKind.Sast => "security report",
        ReportKind.Cyclonedx => "bill of materials",
        ReportKind.Summary => "summary",
        ReportKind.Html => "pages in",
        _ => "report",
    };
}
