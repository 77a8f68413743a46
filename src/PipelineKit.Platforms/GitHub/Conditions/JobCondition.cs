using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Platforms.GitHub.Conditions;

/// <summary>What stands in a job's <c>needs</c> and <c>if</c>.</summary>
internal sealed class JobCondition(GitHubContext context, EventCondition events)
{
    /// <summary>The extra choice of <c>workflow_dispatch</c>.</summary>
    public const string ManualInput = "also";

    private readonly Dictionary<string, bool> _belowGate = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _leftOut = new(StringComparer.Ordinal);

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
            .. Own(job),
            NeedsSecrets(job) ? "github.event.pull_request.head.repo.fork != true" : null,
        ]);
        return expression is not null && NeedsSecrets(job) ? expression.WithComment("pull requests from forks get no secrets") : expression;
    }

    /// <summary>
    /// An expression that holds when a job is skipped because its own condition leaves it out, or that of a job whose artifacts it takes; null
    /// for a job that always runs. A job that is skipped for any other reason was dropped.
    /// </summary>
    public string? LeftOut(Job job)
    {
        if (!_leftOut.TryGetValue(job.Id, out var known))
        {
            var own = Own(job).OfType<string>().ToList();
            var terms = own.Count == 0 ? [] : new List<string> { Not(own) };
            terms.AddRange(job.Needs.Where(n => n.Artifacts.Count > 0).Select(n => LeftOut(context.FindJob(n.JobId))).OfType<string>());
            var all = terms.Distinct(StringComparer.Ordinal).ToList();
            known = all.Count == 0 ? null : string.Join(" || ", all.Count > 1 ? all.Select(Expressions.Grouped) : all);
            _leftOut[job.Id] = known;
        }

        return known;
    }

    private static string Not(List<string> terms) =>
        terms is [var only] && only.EndsWith(" == 'true'", StringComparison.Ordinal) && !only.Contains(" && ", StringComparison.Ordinal) && !only.Contains(" || ", StringComparison.Ordinal)
            ? only.Replace(" == 'true'", " != 'true'", StringComparison.Ordinal)
            : $"!({string.Join(" && ", terms.Count > 1 ? terms.Select(Expressions.Grouped) : terms)})";

    // What the job itself asks for, whatever became of others.
    private IEnumerable<string?> Own(Job job) =>
    [
        NeedsChanges(job) ? $"needs.{ChangesJob.Id}.outputs.{job.Id} == 'true'" : null,
        job.When.OnlyManual ? $"inputs.{ManualInput} == {Expressions.Quoted(job.Id)}" : events.Expression(job.When),
    ];

    // Required secrets are not given to pull requests from forks: the job is shown as skipped there.
    private bool NeedsSecrets(Job job) =>
        !job.When.OnlyManual && events.Runs(job, PipelineEvents.PullRequest) && job.Env.Any(e => e.Value is SecretValue { Required: true });

    // The default condition success() looks at all jobs above, not only at the needed ones: a job that its paths skipped would also skip
    // everything behind the gate, though the gate passed. Behind the gate the needed jobs are therefore asked one by one.
    //
    // A job that its own condition left out does not keep those from running that only wait for it; whoever takes its artifacts cannot run.
    private IEnumerable<string> StatusTerms(Job job)
    {
        bool MayBeLeftOut(string id) => job.Needs.Any(n => n.JobId == id && n.Artifacts.Count == 0) && LeftOut(context.FindJob(id)) is not null;
        return IsBelowGate(job) || Needs(job).Any(MayBeLeftOut)
            ? Needs(job).Select(id => $"needs.{id}.result {(MayBeLeftOut(id) ? "!= 'failure'" : "== 'success'")}").Prepend("!cancelled()")
            : [];
    }

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
