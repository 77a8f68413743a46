using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitHub.Steps;

/// <summary>Reports: a summary on the run's page, and everything as an artifact.</summary>
internal sealed class ReportSteps(GitHubContext context, ArtifactSteps artifacts)
{
    private const string Target = ">> \"$GITHUB_STEP_SUMMARY\"";

    /// <summary>True: the job leaves results that GitHub itself does not show.</summary>
    public static bool ShowsResults(Job job) => job.Reports.Any(r => r.Kind is ReportKind.Junit or ReportKind.Cobertura);

    /// <summary>Shows results on the run's page.</summary>
    public IEnumerable<YamlMap> Summary(Job job)
    {
        if (!context.Dialect.ShowsSummaries || SummaryLine(job) is not { } line)
        {
            yield break;
        }

        yield return new YamlMap { ["name"] = StepNames.Summary, ["if"] = "${{ !cancelled() }}", ["run"] = RunText.Of([line]) };
    }

    /// <summary>Fails a job whose commands all passed and left no report. A job that failed before has said why, so it is not asked.</summary>
    public IEnumerable<YamlMap> Promised(Job job)
    {
        if (PromisedReports.Lines(job, job.Artifacts.Where(a => artifacts.IsWithReports(job, a))) is { Count: > 0 } lines)
        {
            yield return new YamlMap { ["name"] = StepNames.Promised, ["run"] = RunText.Of(lines) };
        }
    }

    /// <summary>Keeps every report, whatever happened before.</summary>
    public IEnumerable<YamlMap> Keep(Job job)
    {
        var paths = Kept(job).Select(path => RepositoryPath.IsWithin(job.ReportsDirectory, path) ? job.ReportsDirectory + "/" : path).Distinct(StringComparer.Ordinal).ToList();
        if (paths.Count == 0 || !context.Dialect.KeepsArtifacts)
        {
            yield break;
        }

        var with = new YamlMap
        {
            ["name"] = ArtifactNames.OfReports(job),
            ["path"] = Expressions.Text(string.Join('\n', paths)),
        };
        if (paths.Exists(ArtifactPaths.IsHidden))
        {
            with["include-hidden-files"] = true;
        }

        yield return new YamlMap
        {
            ["name"] = StepNames.Reports,
            ["if"] = "${{ !cancelled() }}",
            ["uses"] = context.Uses("actions/upload-artifact"),
            ["with"] = with,
        };
    }

    // Pages that are an artifact of their own are not kept twice.
    private IEnumerable<string> Kept(Job job)
    {
        var own = job.Artifacts.Where(a => !artifacts.IsWithReports(job, a)).SelectMany(a => a.Paths).ToList();
        return job.Reports
            .Where(r => r.Kind != ReportKind.Html || !own.Exists(path => RepositoryPath.IsWithin(path, r.Path)))
            .Select(r => r.Path)
            .Concat(job.Artifacts.Where(a => artifacts.IsWithReports(job, a)).SelectMany(a => a.Paths));
    }

    private static string? SummaryLine(Job job)
    {
        var summaries = Paths(job, ReportKind.Summary).ToList();
        var results = Paths(job, ReportKind.Junit).Concat(Paths(job, ReportKind.Cobertura)).ToList();
        if (results.Count > 0)
        {
            var up = string.Concat(Enumerable.Repeat("../", job.Project.Path is "." or "" ? 0 : job.Project.Path.Split('/').Length));
            return $"python3 {up}{WorkflowFiles.Summary} {string.Join(' ', results.Concat(summaries).Select(ShellWords.Quote))} {Target}";
        }

        return summaries.Count > 0 ? $"cat {string.Join(' ', summaries.Select(ShellWords.Pattern))} {Target}" : null;
    }

    private static IEnumerable<string> Paths(Job job, ReportKind kind) =>
        job.Reports.Where(r => r.Kind == kind).Select(r => RepositoryPath.SeenFrom(job.Project.Path, r.Path));
}
