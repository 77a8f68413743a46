using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.Forgejo;

/// <summary>
/// The jobs that the forge can run, and why it cannot run the others. Half a job is no job: one that would deploy without its approval or publish
/// without its files is left out as a whole, with everything behind it.
/// </summary>
internal sealed class PossibleJobs
{
    private readonly Dictionary<string, string> _reasons = new(StringComparer.Ordinal);

    public PossibleJobs(Pipeline pipeline)
    {
        foreach (var job in pipeline.Jobs)
        {
            if (Reason(job) is { } reason)
            {
                _reasons[job.Id] = reason;
            }
        }

        Pipeline = pipeline with { Jobs = [.. pipeline.Jobs.Where(j => !_reasons.ContainsKey(j.Id)).Select(Adapted)] };
    }

    /// <summary>The pipeline with these jobs only, and without what a workflow of the forge cannot say about them.</summary>
    public Pipeline Pipeline { get; }

    /// <summary>Why a job is left out, by its id.</summary>
    public IReadOnlyDictionary<string, string> LeftOut => _reasons;

    // Needs point backwards, so what a job needs is decided already.
    private string? Reason(Job job) =>
        job.Pages is not null ? "the forge has no pages that a workflow can deploy"
        : job.Oidc is { SecretVariable: null } registry ? $"{registry.Id} takes no identity tokens from a forge of one's own"
        : job.Environment is { Approval: true } environment ? $"environments are ignored, and nobody would be asked before \"{environment.Name}\""
        : job.PlatformOperation is { } operation ? $"the forge has no operation \"{operation}\""
        : job.Needs.FirstOrDefault(n => n.Artifacts.Count > 0) is { } need ? $"no artifact can be handed over from \"{need.JobId}\""
        : job.Needs.FirstOrDefault(n => _reasons.ContainsKey(n.JobId)) is { } missing ? $"it needs \"{missing.JobId}\", which is left out"
        : null;

    private static Job Adapted(Job job) => job with
    {
        Runner = job.Runner with { GitHubLabels = job.Runner.ForgejoLabels.Count > 0 ? job.Runner.ForgejoLabels : [ForgejoDialect.DefaultLabel] },
        Environment = null,

        // Without a platform whose tokens the registry takes, its secret is used.
        Oidc = job.Oidc is { } registry ? registry with { Platforms = [] } : null,
    };
}
