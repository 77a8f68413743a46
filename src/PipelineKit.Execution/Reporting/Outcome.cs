namespace PipelineKit.Execution.Reporting;

/// <summary>How a job, or a leaf of it, ended.</summary>
public enum Outcome
{
    /// <summary>It was interrupted or never came to its turn.</summary>
    NotRun,

    /// <summary>Everything in it passed.</summary>
    Passed,

    /// <summary>Its inputs are as they were when it last passed.</summary>
    Unchanged,

    /// <summary>There is nothing for it to do: no file of it was changed, or it is an operation of the CI platform.</summary>
    NotConcerned,

    /// <summary>It could not run here. That is no pass.</summary>
    Skipped,

    /// <summary>It failed and is allowed to.</summary>
    AllowedFailure,

    /// <summary>It failed.</summary>
    Failed,
}
