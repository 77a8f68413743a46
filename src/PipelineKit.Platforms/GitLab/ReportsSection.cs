using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Platforms.GitLab;

/// <summary>
/// <c>artifacts: reports</c>: the kinds that GitLab itself reads. SARIF is one of them only on request: its display is a paid feature and an older
/// server refuses the whole file for the key. What is not listed here is kept as an artifact.
/// </summary>
internal static class ReportsSection
{
    private static readonly ReportKey[] Keys =
    [
        new(ReportKind.Junit, "junit"),
        new(ReportKind.Codequality, "codequality"),
        new(ReportKind.Sast, "sast"),
        new(ReportKind.Cyclonedx, "cyclonedx"),
        new(ReportKind.Sarif, "sarif"),
    ];

    public static void AddTo(YamlMap artifacts, Job job, GitLabPlan plan)
    {
        var reports = new YamlMap();
        foreach (var (kind, key) in Keys.Where(k => k.Kind != ReportKind.Sarif || plan.Pipeline.Settings.GitLabPaidTier))
        {
            var paths = Paths(job, kind);
            if (paths.Count > 0)
            {
                reports[key] = paths.Count == 1 ? paths[0] : YamlList.Inline(paths);
            }
        }

        AddCoverage(reports, job, plan);
        if (reports.Count > 0)
        {
            artifacts["reports"] = reports;
            ReportLeaves(job, reports, plan);
        }
    }

    private static List<string> Paths(Job job, ReportKind kind) =>
        [.. job.Reports.Where(report => report.Kind == kind).Select(report => GlobTexts.ForRunner(report.Path)).Distinct(StringComparer.Ordinal)];

    private static void AddCoverage(YamlMap reports, Job job, GitLabPlan plan)
    {
        var paths = Paths(job, ReportKind.Cobertura);
        if (paths.Count == 0)
        {
            return;
        }

        reports["coverage_report"] = new YamlMap { Flow = true, ["coverage_format"] = "cobertura", ["path"] = paths[0] };
        if (paths.Count > 1)
        {
            plan.Report(
                GitLabDiagnostics.OneCoverageReport,
                $"job \"{job.Id}\": GitLab shows the coverage report {paths[0]}; {string.Join(", ", paths.Skip(1))} stays an artifact");
        }
    }

    // Test results belong to each leaf; the other kinds describe the code, which is the same in all of them.
    private static void ReportLeaves(Job job, YamlMap reports, GitLabPlan plan)
    {
        var once = reports.Keys.Where(key => key != "junit").ToList();
        if (GitLabPlan.Leaves(job) > 1 && once.Count > 0)
        {
            plan.Report(
                GitLabDiagnostics.EveryLeafReports,
                $"job \"{job.Id}\": GitLab cannot limit {string.Join(", ", once)} to the primary leaf; it merges those of all leaves");
        }
    }

    private sealed record ReportKey(ReportKind Kind, string Key);
}
