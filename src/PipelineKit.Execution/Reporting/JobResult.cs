using PipelineKit.Core.Model;
using PipelineKit.Execution.Planning;

namespace PipelineKit.Execution.Reporting;

/// <summary>Result of a job over its leaves.</summary>
/// <param name="Job">The job.</param>
/// <param name="Leaves">Results in the order of the matrix; one for a job without a matrix.</param>
public sealed record JobResult(Job Job, IReadOnlyList<LeafResult> Leaves)
{
    /// <summary>A leaf whose version is not on this machine does not decide as long as another one ran.</summary>
    public Outcome Outcome
    {
        get
        {
            var worst = WorstOf([.. Leaves.Select(l => l.Outcome).Where(o => o != Outcome.Skipped)]);
            return worst == Outcome.Failed && Job.AllowFailure ? Outcome.AllowedFailure : worst;
        }
    }

    /// <summary>The first leaf that failed, or null.</summary>
    public LeafResult? FirstFailure => Leaves.FirstOrDefault(l => l.Outcome == Outcome.Failed);

    /// <summary>Why it ended so: the reason of the first failure, or of the only leaf; else empty.</summary>
    public string Reason => (FirstFailure ?? (Leaves.Count == 1 ? Leaves[0] : null))?.Reason ?? "";

    /// <summary>Sum over the leaves.</summary>
    public TimeSpan Duration => Leaves.Aggregate(TimeSpan.Zero, (sum, l) => sum + l.Duration);

    /// <summary>May jobs that need this one start?</summary>
    internal bool Satisfies => Outcome is Outcome.Passed or Outcome.Unchanged or Outcome.NotConcerned or Outcome.AllowedFailure;

    /// <summary>Does it fail the run?</summary>
    internal bool Fails(bool allowSkips) =>
        Outcome is Outcome.Failed or Outcome.NotRun || (Outcome == Outcome.Skipped && !allowSkips && !Job.AllowFailure);

    internal static JobResult Of(Job job, Outcome outcome, string reason) => new(job, [new LeafResult(Leaf.None, outcome, reason)]);

    private static Outcome WorstOf(IReadOnlyList<Outcome> ran) =>
        ran.Count == 0 ? Outcome.Skipped
        : ran.Contains(Outcome.Failed) ? Outcome.Failed
        : ran.Contains(Outcome.NotRun) ? Outcome.NotRun
        : ran.Contains(Outcome.Passed) ? Outcome.Passed
        : ran[0];
}
