using PipelineKit.Execution.Reporting;

namespace PipelineKit.Execution;

/// <summary>How a run ended.</summary>
public sealed record RunEnd
{
    /// <summary>Why nothing was run, or null: missing tools by name, each with who needs it and how it is installed.</summary>
    public string? Refusal { get; init; }

    /// <summary>Why the run fails, in one line, or null.</summary>
    public string? Verdict { get; init; }

    /// <summary>It was stopped from outside.</summary>
    public bool Stopped { get; init; }

    /// <summary>Results of all selected jobs, in the order of the pipeline.</summary>
    public IReadOnlyList<JobResult> Results { get; init; } = [];

    /// <summary>Everything ran and passed.</summary>
    public bool Passed => Refusal is null && Verdict is null && !Stopped;
}
