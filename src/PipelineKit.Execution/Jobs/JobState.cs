using PipelineKit.Execution.Planning;
using PipelineKit.Execution.Reporting;

namespace PipelineKit.Execution.Jobs;

/// <summary>How far a job has come. Only the scheduler's loop touches it.</summary>
internal sealed class JobState(JobPlan plan)
{
    public JobPlan Plan { get; } = plan;

    public bool HasStarted { get; set; }

    public JobResult? Result { get; set; }

    public List<LeafPlan> Pending { get; } = [.. plan.Leaves.Where(l => !plan.SkippedLeaves.ContainsKey(l) && !plan.UnchangedLeaves.Contains(l))];

    public List<LeafResult> Results { get; } =
    [
        .. plan.SkippedLeaves.Select(s => new LeafResult(s.Key.Leaf, Outcome.Skipped, s.Value)),
        .. plan.UnchangedLeaves.Select(l => new LeafResult(l.Leaf, Outcome.Unchanged, "its inputs are as they were when it last passed")),
    ];

    /// <summary>The results in the order of the matrix.</summary>
    public IReadOnlyList<LeafResult> InOrder()
    {
        var order = Plan.Leaves.Select(l => l.Leaf).ToList();
        return [.. Results.OrderBy(r => order.IndexOf(r.Leaf))];
    }
}
