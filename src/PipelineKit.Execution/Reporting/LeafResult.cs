using PipelineKit.Execution.Planning;

namespace PipelineKit.Execution.Reporting;

/// <summary>Result of one leaf.</summary>
/// <param name="Leaf">Which one; the empty leaf for a job without a matrix.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">Why, in words; empty when it passed.</param>
public sealed record LeafResult(Leaf Leaf, Outcome Outcome, string Reason = "")
{
    /// <summary>Exit code of the first failing command, or null.</summary>
    public int? ExitCode { get; init; }

    /// <summary>Last lines of that command's output.</summary>
    public IReadOnlyList<string> Tail { get; init; } = [];

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }
}
