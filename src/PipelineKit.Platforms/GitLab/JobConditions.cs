using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.GitLab;

/// <summary>When a job is part of a pipeline.</summary>
/// <param name="When">Events, branches, tags and paths.</param>
/// <param name="Variables">Variables without which it is left out.</param>
internal sealed record JobCondition(Condition When, IReadOnlyList<string> Variables);

/// <summary>
/// The conditions of all jobs, each narrowed by those of the jobs whose artifacts it takes: without them it cannot run. A job that only waits for
/// another runs all the same where that one was left out (an optional need).
/// </summary>
internal sealed class JobConditions
{
    private readonly Dictionary<string, JobCondition> _conditions = new(StringComparer.Ordinal);

    public JobConditions(IReadOnlyList<Job> jobs)
    {
        foreach (var job in jobs)
        {
            var own = new JobCondition(job.When, RequiredVariables(job));
            _conditions[job.Id] = job.Needs
                .Where(need => need.Artifacts.Count > 0)
                .Select(need => _conditions.GetValueOrDefault(need.JobId))
                .OfType<JobCondition>()
                .Aggregate(own, Narrow);
        }
    }

    public JobCondition Of(Job job) => _conditions[job.Id];

    /// <summary>True when <paramref name="needed"/> can be missing from a pipeline that has <paramref name="job"/>.</summary>
    public bool MayBeAbsent(Job needed, Job job) => MayBeAbsent(Of(needed), Of(job));

    /// <summary>True when <paramref name="needed"/> can be missing from some pipeline.</summary>
    public bool MayBeAbsent(Job needed) => MayBeAbsent(Of(needed), new JobCondition(Condition.Always, []));

    /// <summary>Variables without which a job is left out: required secrets, and the secret that stands in for an identity token.</summary>
    public static IReadOnlyList<string> RequiredVariables(Job job) =>
    [
        .. job.Env.Select(entry => entry.Value).OfType<SecretValue>()
            .Where(secret => secret.Required).Select(secret => secret.Name)
            .Concat(OidcSection.FallbackVariable(job) is { } variable ? [variable] : [])
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    private static JobCondition Narrow(JobCondition own, JobCondition needed) => new(
        own.When with
        {
            Events = own.When.Events & needed.When.Events,
            Branches = own.When.Branches.Count > 0 ? own.When.Branches : needed.When.Branches,
            Tags = own.When.Tags.Count > 0 ? own.When.Tags : needed.When.Tags,
            Paths = own.When.Paths.Count > 0 ? own.When.Paths : needed.When.Paths,
        },
        [.. own.Variables.Union(needed.Variables, StringComparer.Ordinal).Order(StringComparer.Ordinal)]);

    private static bool MayBeAbsent(JobCondition needed, JobCondition job)
    {
        var events = job.When.Events;
        return (events & ~needed.When.Events) != PipelineEvents.None
            || (events.HasFlag(PipelineEvents.Push) && !Implies(job.When.Branches, needed.When.Branches))
            || (events.HasFlag(PipelineEvents.Tag) && !Implies(job.When.Tags, needed.When.Tags))
            || !Implies(job.When.Paths, needed.When.Paths)
            || needed.Variables.Except(job.Variables, StringComparer.Ordinal).Any();
    }

    // Lists of alternatives; an empty one allows everything.
    private static bool Implies(IReadOnlyList<string> narrow, IReadOnlyList<string> wide) =>
        wide.Count == 0 || (narrow.Count > 0 && narrow.All(entry => wide.Contains(entry, StringComparer.Ordinal)));
}
