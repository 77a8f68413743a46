using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Platforms.GitHub.Conditions;

/// <summary>What stands in a job's <c>needs</c> and <c>if</c>.</summary>
internal sealed class JobCondition(GitHubContext context, EventCondition events)
{
    /// <summary>The extra choice of <c>workflow_dispatch</c>.</summary>
    public const string ManualInput = "also";

    private readonly Dictionary<string, bool> _belowGate = new(StringComparer.Ordinal);

    /// <summary>True when the job waits for the answer of the <c>changes</c> job.</summary>
    public bool NeedsChanges(Job job) => !job.When.OnlyManual && (job.When.Paths.Count > 0 || events.NeedsRegex(job.When));

    /// <summary>Ids of the jobs before it, <c>changes</c> first and the gate last.</summary>
    public IReadOnlyList<string> Needs(Job job) =>
    [
        .. NeedsChanges(job) ? [ChangesJob.Id] : Array.Empty<string>(),
        .. job.Needs.Select(n => n.JobId).Distinct(StringComparer.Ordinal),
        .. WaitsForGate(job) ? [GateJob.Id] : Array.Empty<string>(),
    ];

    /// <summary>The <c>if</c> of a job, or null.</summary>
    public YamlNode? If(Job job)
    {
        var expression = Expressions.If(
        [
            .. StatusTerms(job),
            NeedsChanges(job) ? $"needs.{ChangesJob.Id}.outputs.{job.Id} == 'true'" : null,
            job.When.OnlyManual ? $"inputs.{ManualInput} == {Expressions.Quoted(job.Id)}" : events.Expression(job.When),
            NeedsSecrets(job) ? "github.event.pull_request.head.repo.fork != true" : null,
        ]);
        return expression is not null && NeedsSecrets(job) ? expression.WithComment("pull requests from forks get no secrets") : expression;
    }

    // Required secrets are not given to pull requests from forks: the job is shown as skipped there.
    private bool NeedsSecrets(Job job) =>
        !job.When.OnlyManual && events.Runs(job, PipelineEvents.PullRequest) && job.Env.Any(e => e.Value is SecretValue { Required: true });

    // The default condition success() looks at all jobs above, not only at the needed ones: a job that its paths skipped would also skip
    // everything behind the gate, though the gate passed. Behind the gate the needed jobs are therefore asked one by one.
    private IEnumerable<string> StatusTerms(Job job) =>
        IsBelowGate(job) ? Needs(job).Select(id => $"needs.{id}.result == 'success'").Prepend("!cancelled()") : [];

    private bool WaitsForGate(Job job) => job.NeedsGate && GateJob.Exists(context.Pipeline);

    private bool IsBelowGate(Job job)
    {
        if (!_belowGate.TryGetValue(job.Id, out var below))
        {
            below = WaitsForGate(job) || job.Needs.Any(n => IsBelowGate(context.FindJob(n.JobId)));
            _belowGate[job.Id] = below;
        }

        return below;
    }
}
