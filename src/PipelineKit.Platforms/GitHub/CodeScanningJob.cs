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

    private const string Folder = "reports";
    private const string Several = $"{Folder}/code-scanning";
    private const string Found = $"hashFiles('{Several}/**/*.sarif') != ''";

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

        map["steps"] = new YamlList(sources.Count == 1 && !jobs.Exists(j => conditions.If(j) is not null) ? One(sources[0], Merges(jobs)) : Steps(jobs, sources));
        return map;
    }

    private static List<Job> Sources(Pipeline pipeline, WorkflowDialect dialect) =>
        pipeline.Settings.CodeScanning == CodeScanning.Off || !dialect.KeepsArtifacts ? [] : [.. pipeline.Jobs.Where(j => SarifOf(j).Any())];

    private static bool Merges(List<Job> jobs) => jobs.Exists(j => j.Project.Path is not ("." or "")) || jobs.Exists(HasSeveralRuns);

    // The one job always runs, and its reports are there whatever it found.
    private IEnumerable<YamlMap> One(SarifSource source, bool merges)
    {
        var folder = $"{Folder}/{source.JobId}";
        yield return SetupSteps.Checkout(context, depth: null);
        yield return new YamlMap
        {
            ["uses"] = context.Uses("actions/download-artifact"),
            ["with"] = new YamlMap { ["name"] = Expressions.Text(source.Artifact), ["path"] = folder },
        };
        if (merges)
        {
            yield return new YamlMap
            {
                ["name"] = StepNames.MergeSarif,
                ["run"] = RunText.Of(["shopt -s globstar", $"jq --slurp --from-file {WorkflowFiles.Sarif} --arg folder {ShellWords.Quote(source.Folder)} {folder}/**/*.sarif > {SarifMerge.Target(folder)}"]),
            };
        }

        yield return new YamlMap
        {
            ["uses"] = context.Uses("github/codeql-action/upload-sarif"),
            ["with"] = new YamlMap { ["category"] = Expressions.Text(source.Category), ["sarif_file"] = merges ? SarifMerge.Target(folder) : folder },
        };
    }

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

    private IEnumerable<YamlMap> Steps(IReadOnlyList<Job> jobs, IReadOnlyList<SarifSource> sources)
    {
        var plain = sources.All(s => s.IsPlain);
        yield return SetupSteps.Checkout(context, depth: null);
        yield return new YamlMap
        {
            ["uses"] = context.Uses("actions/download-artifact"),
            // A pattern finds nothing without failing: a job that was left out has no reports.
            ["with"] = new YamlMap { ["pattern"] = plain ? "${{ matrix.job }}" : "${{ matrix.artifact }}", ["path"] = Several },
        };
        var withFolder = sources.Any(s => s.Folder.Length > 0);
        var merges = Merges([.. jobs]);
        if (merges)
        {
            yield return SarifMerge.Step(Found, Several, withFolder);
        }

        yield return new YamlMap
        {
            ["if"] = Found,
            ["uses"] = context.Uses("github/codeql-action/upload-sarif"),
            ["with"] = new YamlMap { ["category"] = "${{ matrix.job }}", ["sarif_file"] = merges ? SarifMerge.Target(Several) : Several },
        };
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
