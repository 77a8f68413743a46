using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Spec;
using PipelineKit.Core.Stages;

namespace PipelineKit.Core.Resolution;

/// <summary>Fills every default of a job in: from its stage document, the spec's common keys and the data files.</summary>
internal sealed class JobBuilder(SpecDocument spec, IStageCatalog catalog, IReadOnlyList<JobDraft> drafts, DiagnosticBag diagnostics)
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(30);

    private readonly InstallResolver _installs = new(diagnostics);
    private readonly ServiceResolver _services = new(catalog, diagnostics);
    private readonly ToolchainResolver _toolchains = new(spec, catalog, diagnostics);
    private readonly NeedResolver _needs = new(drafts, diagnostics);
    private readonly RegistryResolver _registries = new(catalog, diagnostics);
    private readonly PagesResolver _pages = new(drafts, diagnostics);

    public Job Build(JobDraft draft)
    {
        var document = draft.Document;
        var stage = draft.Source.Stage;
        string FromRoot(string path) => ProjectPaths.Join(draft.Project.Path, path);
        var needs = _needs.Resolve(draft);
        var job = new Job
        {
            Id = draft.Id,
            Stage = draft.StageId,
            Project = draft.Project,
            Title = document.Title ?? draft.Source.Manifest?.Title ?? draft.StageId,
            Threshold = document.Threshold,
            Phase = draft.Phase,
            Gate = draft.Gate,
            Runner = RunnerMap.Resolve(spec, stage.Runner?.Value ?? document.Os, stage.Image?.Value ?? document.Image),
            Toolchains = _toolchains.Resolve(draft),
            Matrix = document.Matrix is { } matrix ? WithPrimary(matrix) : null,
            Install = _installs.Resolve(draft),
            Services = [.. document.Services.Select(alias => _services.Resolve(draft, alias)).OfType<Service>()],
            Env = Env(document, stage),
            Run = document.Run,
            ReportsDirectory = FromRoot($"{spec.ReportsFolder}/{draft.Id}"),
            IsSecurity = draft.Source.Manifest?.IsSecurity ?? false,
            Reports = [.. document.Reports.Select(r => r with { Path = FromRoot(r.Path) })],
            Artifacts = [.. document.Artifacts.Select(a => a with { Paths = [.. a.Paths.Select(FromRoot)] })],
            Needs = needs,
            NeedsGate = NeedResolver.NeedsGate(draft),
            When = ConditionMerger.Merge(document.When, stage.When, spec, draft.Project.Path),
            Timeout = stage.Timeout ?? document.Timeout ?? DefaultTimeout,
            AllowFailure = stage.AllowFailure ?? document.AllowFailure,
            Locks = document.Locks,
            Environment = document.Environment,
            Oidc = _registries.Resolve(draft),
            Concurrency = document.Concurrency,
            Pages = _pages.Resolve(draft, needs),
            PlatformOperation = document.PlatformOperation,
            FetchDepth = document.FetchDepth,
        };
        ReferenceCheck.Check(job, document.Span, diagnostics);
        new JobTexts(job, document.Span, diagnostics).Check();

        // An operation of the platform has no commands that could be compared.
        return job.PlatformOperation is null ? Readers.WithDigest(job, (_, _) => false) : job;
    }

    private static Matrix WithPrimary(Matrix matrix) => matrix.Primary.Count > 0
        ? matrix
        : matrix with { Primary = matrix.Axes.ToDictionary(a => a.Name, a => a.Values[^1], StringComparer.Ordinal) };

    private static KeyValuePair<string, Value>[] Env(StageJob document, SpecStage stage)
    {
        var env = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var (name, value) in document.Env)
        {
            env[name] = value;
        }

        foreach (var (name, value) in stage.Env)
        {
            env[name] = value.Value;
        }

        foreach (var secret in stage.Secrets)
        {
            env[secret.Value] = new SecretValue(secret.Value, Required: true);
        }

        var names = env.Keys.Order(StringComparer.Ordinal).ToList();
        var sorted = new KeyValuePair<string, Value>[names.Count];
        for (var i = 0; i < sorted.Length; i++)
        {
            sorted[i] = new(names[i], env[names[i]]);
        }

        return sorted;
    }
}
