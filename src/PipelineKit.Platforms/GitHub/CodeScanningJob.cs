using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.GitHub.Conditions;
using PipelineKit.Platforms.GitHub.Steps;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitHub;

/// <summary>
/// Sends the SARIF reports of all jobs to code scanning. A job of its own, so that no job that runs the repository's code has a token that can
/// write. Never from a fork's pull request (its token cannot write at all) and by default only in public repositories (elsewhere it is a paid
/// feature); one category per job, and from one leaf of a matrix.
/// </summary>
internal sealed class CodeScanningJob(GitHubContext context, JobCondition conditions)
{
    public const string Id = "code-scanning";

    private const string Folder = "reports/code-scanning";
    private const string Found = $"hashFiles('{Folder}/**/*.sarif') != ''";

    /// <summary>True: results of one tool come in several runs, or relative to a folder, and are put together first.</summary>
    public static bool Merges(Pipeline pipeline, WorkflowDialect dialect) => Sources(pipeline, dialect) is var jobs && Merges(jobs);

    private bool IsOn => context.Settings.CodeScanning == CodeScanning.On;

    public YamlMap? Build()
    {
        var jobs = Sources(context.Pipeline, context.Dialect);
        if (jobs.Count == 0)
        {
            return null;
        }

        jobs.ForEach(Check);
        var sources = jobs.ConvertAll(Source);
        var map = new YamlMap
        {
            Comment = "a job of its own: no tool runs beside a token that can write",
            ["name"] = sources.Count == 1 ? "Code scanning" : "Code scanning (${{ matrix.job }})",
            ["needs"] = YamlList.Inline(jobs.Select(j => j.Id)),
            ["if"] = Expressions.If("!cancelled()", IsOn ? null : "github.event.repository.visibility == 'public'", "!github.event.pull_request.head.repo.fork")!,
            ["runs-on"] = context.HelperRunsOn(),
            ["timeout-minutes"] = 10,
            ["permissions"] = Permissions(),
        };
        if (sources.Count > 1)
        {
            map["strategy"] = new YamlMap { ["fail-fast"] = false, ["matrix"] = Matrix(sources) };
        }

        map["steps"] = new YamlList(Steps(jobs, sources));
        return map;
    }

    private static List<Job> Sources(Pipeline pipeline, WorkflowDialect dialect) =>
        pipeline.Settings.CodeScanning == CodeScanning.Off || !dialect.KeepsArtifacts ? [] : [.. pipeline.Jobs.Where(j => SarifOf(j).Any())];

    private static bool Merges(List<Job> jobs) => jobs.Exists(j => j.Project.Path is not ("." or "")) || jobs.Exists(HasSeveralRuns);

    private YamlMap Permissions()
    {
        var permissions = new YamlMap();
        if (IsOn)
        {
            permissions["actions"] = new YamlScalar("read").WithComment("code scanning asks for it in private repositories");
        }

        permissions["contents"] = new YamlScalar("read").WithComment("match results to lines of the repository");
        permissions["security-events"] = new YamlScalar("write").WithComment("send results to code scanning");
        return permissions;
    }

    private static YamlMap Matrix(IReadOnlyList<SarifSource> sources)
    {
        if (sources.All(s => s.IsPlain))
        {
            return new YamlMap { ["job"] = YamlList.Inline(sources.Select(s => s.Category)) };
        }

        var withFolder = sources.Any(s => s.Folder.Length > 0);
        return new YamlMap { ["include"] = new YamlList(sources.Select(s => Entry(s, withFolder))) };
    }

    private static YamlMap Entry(SarifSource source, bool withFolder)
    {
        var entry = new YamlMap { ["job"] = Expressions.Text(source.Category), ["artifact"] = Expressions.Text(source.Artifact) };
        if (withFolder)
        {
            entry["folder"] = Expressions.Text(source.Folder);
        }

        return entry;
    }

    // One job is written out; several are legs of a matrix.
    private IEnumerable<YamlMap> Steps(List<Job> jobs, List<SarifSource> sources)
    {
        var only = sources.Count == 1 ? sources[0] : null;
        var category = only is null ? "${{ matrix.job }}" : Expressions.Literal(only.Category);
        var artifact = only is not null ? Expressions.Literal(only.Artifact) : sources.TrueForAll(s => s.IsPlain) ? "${{ matrix.job }}" : "${{ matrix.artifact }}";

        // A job that may be left out has no reports then: a pattern finds nothing without failing.
        var isSure = only is not null && !jobs.Exists(j => conditions.If(j) is not null);
        var found = isSure ? null : Found;
        yield return SetupSteps.Checkout(context, depth: null);
        yield return new YamlMap
        {
            ["uses"] = context.Uses("actions/download-artifact"),
            ["with"] = new YamlMap { [isSure ? "name" : "pattern"] = artifact, ["path"] = Folder },
        };
        var merges = Merges(jobs);
        if (merges)
        {
            var folder = only?.Folder ?? (sources.Exists(s => s.Folder.Length > 0) ? "${{ matrix.folder }}" : "");
            yield return SarifMerge.Step(found, Folder, folder);
        }

        var upload = new YamlMap();
        if (found is not null)
        {
            upload["if"] = found;
        }

        upload["uses"] = context.Uses("github/codeql-action/upload-sarif");
        upload["with"] = new YamlMap { ["category"] = category, ["sarif_file"] = merges ? SarifMerge.Target(Folder) : Folder };
        yield return upload;
    }

    private SarifSource Source(Job job) => new(
        job.Id,
        SarifOf(job).Select(r => r.Category).FirstOrDefault(c => c is not null) ?? job.Id,
        ArtifactNames.OfPrimaryReports(job),
        job.Project.Path is "." or "" ? "" : job.Project.Path.TrimEnd('/') + "/");

    // Code scanning refuses several runs of one tool and category.
    private static bool HasSeveralRuns(Job job) =>
        SarifOf(job).Any(r => r.Path.Contains('*', StringComparison.Ordinal))
        || SarifOf(job).GroupBy(r => r.Tool, StringComparer.OrdinalIgnoreCase).Any(tool => tool.Count() > 1);

    private void Check(Job job)
    {
        foreach (var report in SarifOf(job).Where(r => !r.Path.EndsWith(".sarif", StringComparison.Ordinal)))
        {
            context.Report(
                PlatformDiagnostics.Approximation,
                $"job \"{job.Id}\": {report.Path} is kept, but not sent to code scanning, which reads files that end in .sarif",
                "give the file that ending");
        }

        if (SarifOf(job).Select(r => r.Category).Distinct(StringComparer.Ordinal).Count() > 1)
        {
            context.Report(PlatformDiagnostics.Approximation, $"job \"{job.Id}\": all its results are sent to code scanning under the first category");
        }
    }

    // Style has its own ways to be shown; this page is for weaknesses.
    private static IEnumerable<Report> SarifOf(Job job) => (job.IsSecurity ? job.Reports : []).Where(r => r.Kind == ReportKind.Sarif);

    /// <summary>Where the results of one job are.</summary>
    /// <param name="JobId">Job that made them.</param>
    /// <param name="Category">Category they are shown under.</param>
    /// <param name="Artifact">Artifact that holds them.</param>
    /// <param name="Folder">What relative paths in them are relative to: empty, or a project's folder with a final slash.</param>
    private sealed record SarifSource(string JobId, string Category, string Artifact, string Folder)
    {
        public bool IsPlain => Category == JobId && Artifact == JobId && Folder.Length == 0;
    }
}
