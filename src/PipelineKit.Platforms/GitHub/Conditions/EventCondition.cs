using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.GitHub.Conditions;

/// <summary>The part of a condition that events, branches and tags decide, as one expression in its shorter form.</summary>
internal sealed class EventCondition(Pipeline pipeline, bool hasMergeQueue)
{
    private static readonly EventName[] Names =
    [
        new(PipelineEvents.Push, "push"), new(PipelineEvents.PullRequest, "pull_request"), new(PipelineEvents.MergeQueue, "merge_group"),
        new(PipelineEvents.Schedule, "schedule"), new(PipelineEvents.Manual, "workflow_dispatch"), new(PipelineEvents.Tag, "push"),
    ];

    private readonly PipelineEvents _possible = PipelineEvents.Push | PipelineEvents.PullRequest | PipelineEvents.Manual
        | (hasMergeQueue ? PipelineEvents.MergeQueue : PipelineEvents.None)
        | (pipeline.Triggers.Schedule is null ? PipelineEvents.None : PipelineEvents.Schedule)
        | (pipeline.Triggers.Tags.Count == 0 ? PipelineEvents.None : PipelineEvents.Tag);

    private bool HasTags => _possible.HasFlag(PipelineEvents.Tag);

    /// <summary>True when the job can run on the event at all.</summary>
    public bool Runs(Job job, PipelineEvents on) => (job.When.Events & _possible & on) != 0;

    /// <summary>True when branches or tags of the condition need a regular expression, which only the <c>changes</c> job can evaluate.</summary>
    public bool NeedsRegex(Condition when) =>
        !when.OnlyManual && (Restriction(PipelineEvents.Push, when) is { Expression: null } || Restriction(PipelineEvents.Tag, when) is { Expression: null });

    /// <summary>The expression, or null when every event of the workflow passes.</summary>
    public string? Expression(Condition when)
    {
        bool IsIn(PipelineEvents one) => when.Events.HasFlag(one);
        var regex = NeedsRegex(when);
        string? RestrictionOf(PipelineEvents one) => regex ? null : Restriction(one, when)?.Expression;
        var push = RestrictionOf(PipelineEvents.Push) ?? RestrictionOf(PipelineEvents.Tag);
        var split = HasTags && (push is not null || IsIn(PipelineEvents.Push) != IsIn(PipelineEvents.Tag));
        var events = Names.Where(n => _possible.HasFlag(n.Event) && (split || n.Event != PipelineEvents.Tag)).ToList();
        if (events.All(n => IsIn(n.Event) && RestrictionOf(n.Event) is null))
        {
            return null;
        }

        var positive = events.Where(n => IsIn(n.Event)).Select(n => And(Is(n, RestrictionOf(n.Event), split), RestrictionOf(n.Event))).ToList();
        var negative = events.Where(n => !IsIn(n.Event) || RestrictionOf(n.Event) is not null)
            .Select(n => Or(IsNot(n, split), IsIn(n.Event) ? RestrictionOf(n.Event) : null)).ToList();
        return positive.Count == 0 ? "false"
            : positive.Count <= negative.Count ? Expressions.Any(positive)
            : string.Join(" && ", negative.Count == 1 ? negative : negative.Select(Expressions.Grouped));
    }

    private (string? Expression, bool Restricted)? Restriction(PipelineEvents one, Condition when) => one switch
    {
        PipelineEvents.Push when when.Branches.Count > 0 && (!RunsOnAll(when) || !SameSet(when.Branches, [pipeline.Triggers.DefaultBranch, .. pipeline.Triggers.AlsoBranches])) =>
            (RefFilter.ToExpression("refs/heads/", when.Branches), true),
        PipelineEvents.Tag when HasTags && when.Tags.Count > 0 && !SameSet(when.Tags, pipeline.Triggers.Tags) =>
            (RefFilter.ToExpression("refs/tags/", when.Tags), true),
        _ => null,
    };

    // A job that does not run on every event publishes or deploys: it names its branch, whatever else starts the workflow one day.
    private bool RunsOnAll(Condition when) => (when.Events & _possible) == _possible;

    // A push to a branch and a pushed tag are the same event; a ref in the restriction already tells them apart.
    private static string Is(EventName one, string? restriction, bool split) => one.Event switch
    {
        PipelineEvents.Push when split && restriction is null => $"github.event_name == '{one.Name}' && github.ref_type == 'branch'",
        PipelineEvents.Tag when restriction is null => $"github.event_name == '{one.Name}' && github.ref_type == 'tag'",
        _ => $"github.event_name == '{one.Name}'",
    };

    private static string IsNot(EventName one, bool split) => one.Event switch
    {
        PipelineEvents.Push when split => $"github.event_name != '{one.Name}' || github.ref_type == 'tag'",
        PipelineEvents.Tag => $"github.event_name != '{one.Name}' || github.ref_type == 'branch'",
        _ => $"github.event_name != '{one.Name}'",
    };

    private static string And(string left, string? right) => right is null ? left : $"{left} && {Expressions.Grouped(right)}";

    private static string Or(string left, string? right) => right is null ? left : $"{left} || {(right.Contains("&&", StringComparison.Ordinal) ? $"({right})" : right)}";

    private static bool SameSet(IEnumerable<string> left, IEnumerable<string> right) =>
        left.ToHashSet(StringComparer.Ordinal).SetEquals(right);

    private sealed record EventName(PipelineEvents Event, string Name);
}
