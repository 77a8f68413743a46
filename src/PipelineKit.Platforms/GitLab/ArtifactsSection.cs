using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitLab;

/// <summary><c>artifacts</c>: everything that a job leaves, reports included, so that people can open what GitLab also reads.</summary>
internal static class ArtifactsSection
{
    private static readonly TimeSpan KeepReports = TimeSpan.FromDays(7);

    public static bool HasAny(Job job) => Paths(job).Count > 0;

    public static void AddTo(YamlMap map, Job job, GitLabPlan plan)
    {
        if (CoveragePattern.Of(job, plan) is { } pattern)
        {
            map["coverage"] = YamlScalar.SingleQuoted(pattern);
        }

        var paths = Paths(job);
        if (paths.Count == 0)
        {
            return;
        }

        var artifacts = new YamlMap();
        var reports = HasReports(job);
        if (reports)
        {
            artifacts["when"] = "always";
        }

        // GitLab keeps the files of a job together: the longest wish counts for all.
        var keep = reports || job.Artifacts.Count == 0 ? KeepReports : TimeSpan.Zero;
        foreach (var artifact in job.Artifacts)
        {
            keep = artifact.Keep > keep ? artifact.Keep : keep;
        }

        artifacts["expire_in"] = Durations.Text(keep);
        if (ExposeAs(job, paths) is { } name)
        {
            artifacts["expose_as"] = name;
        }

        artifacts["paths"] = YamlList.Inline(paths.Select(GlobTexts.ForRunner));
        ReportsSection.AddTo(artifacts, job, plan);
        map["artifacts"] = artifacts;
    }

    private static bool HasReports(Job job) => job.Reports.Count > 0 || job.Run.Any(command => command.Stdout is { } file && IsInReports(job, file));

    private static List<string> Paths(Job job)
    {
        var folder = job.ReportsDirectory + "/";
        var paths = new List<string>();
        if (HasReports(job))
        {
            paths.Add(folder);
        }

        paths.AddRange(job.Reports.Select(report => report.Path).Where(path => !RepositoryPath.IsWithin(job.ReportsDirectory, path)));
        paths.AddRange(job.Artifacts.SelectMany(artifact => artifact.Paths));
        if (job.Pages is { } pages)
        {
            paths.Add(pages.Directory + "/");
        }

        return [.. paths.Distinct(StringComparer.Ordinal).Where(path => !HasReports(job) || path == folder || !RepositoryPath.IsWithin(job.ReportsDirectory, path))];
    }

    private static bool IsInReports(Job job, string path) =>
        RepositoryPath.IsWithin(job.ReportsDirectory, job.Project.Path == "." ? path : $"{job.Project.Path}/{path}");

    // A link in the merge request. GitLab takes letters, digits, spaces, '-' and '_' in its text, and no wildcards or variables in the paths.
    private static string? ExposeAs(Job job, List<string> paths)
    {
        var name = new string([.. job.Title.Where(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '_')]).Trim();
        return job.Reports.Any(report => report.Kind == ReportKind.Html) && name.Length is > 0 and <= GitLabLimits.ExposeAs
            && !paths.Any(path => path.AsSpan().ContainsAny('*', '?', '$'))
            ? name
            : null;
    }
}
