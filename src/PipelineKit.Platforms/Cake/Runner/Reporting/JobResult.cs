namespace PipelineKitRunner;

/// <summary>How a job, or a leaf of it, ended.</summary>
internal enum Outcome
{
    /// <summary>It was interrupted or never came to its turn.</summary>
    NotRun,
    Passed,

    /// <summary>Its inputs are as they were when it last passed (--incremental).</summary>
    Unchanged,

    /// <summary>There is nothing for it to do: no file of it was changed (--changed), or it is an operation of the CI platform.</summary>
    NotConcerned,

    /// <summary>It could not run here. That is no pass.</summary>
    Skipped,

    /// <summary>It failed and is allowed to.</summary>
    AllowedFailure,
    Failed,
}

/// <summary>Result of one leaf.</summary>
internal sealed record LeafResult(Leaf Leaf, Outcome Outcome, string Reason = "")
{
    /// <summary>Exit code of the first failing command, or null.</summary>
    public int? ExitCode { get; init; }

    /// <summary>Last lines of that command's output.</summary>
    public IReadOnlyList<string> Tail { get; init; } = [];

    public TimeSpan Duration { get; init; }
}

/// <summary>Result of a job over its leaves.</summary>
internal sealed record JobResult(JobInfo Job, IReadOnlyList<LeafResult> Leaves)
{
    /// <summary>A leaf whose version is not on this machine does not decide as long as another one ran.</summary>
    public Outcome Outcome
    {
        get
        {
            var ran = Leaves.Where(l => l.Outcome != Outcome.Skipped).ToList();
            var worst = ran.Count == 0 ? Outcome.Skipped
                : ran.Exists(l => l.Outcome == Outcome.Failed) ? Outcome.Failed
                : ran.Exists(l => l.Outcome == Outcome.NotRun) ? Outcome.NotRun
                : ran.Exists(l => l.Outcome == Outcome.Passed) ? Outcome.Passed
                : ran[0].Outcome;
            return worst == Outcome.Failed && Job.Data.AllowFailure ? Outcome.AllowedFailure : worst;
        }
    }

    public LeafResult? FirstFailure => Leaves.FirstOrDefault(l => l.Outcome == Outcome.Failed);

    public TimeSpan Duration => Leaves.Aggregate(TimeSpan.Zero, (sum, l) => sum + l.Duration);

    /// <summary>May jobs that need this one start?</summary>
    public bool Satisfies => Outcome is Outcome.Passed or Outcome.Unchanged or Outcome.NotConcerned or Outcome.AllowedFailure;

    /// <summary>Does it fail the gate?</summary>
    public bool Fails(bool allowSkips) =>
        Outcome is Outcome.Failed or Outcome.NotRun || (Outcome == Outcome.Skipped && !allowSkips && !Job.Data.AllowFailure);

    public static JobResult Of(JobInfo job, Outcome outcome, string reason) => new(job, [new LeafResult(Leaf.None, outcome, reason)]);
}
