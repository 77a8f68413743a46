namespace PipelineKit.Execution.Reporting;

/// <summary>Outcomes as words.</summary>
public static class OutcomeWords
{
    /// <summary>For programs: <c>passed</c>, <c>unchanged</c>, <c>not-concerned</c>, <c>skipped</c>, <c>allowed-failure</c>, <c>failed</c> or <c>not-run</c>.</summary>
    public static string NameOf(Outcome outcome) => outcome switch
    {
        Outcome.Passed => "passed",
        Outcome.Unchanged => "unchanged",
        Outcome.NotConcerned => "not-concerned",
        Outcome.Skipped => "skipped",
        Outcome.AllowedFailure => "allowed-failure",
        Outcome.Failed => "failed",
        _ => "not-run",
    };

    /// <summary>For people.</summary>
    public static string TextOf(Outcome outcome) => outcome switch
    {
        Outcome.NotConcerned => "not concerned",
        Outcome.AllowedFailure => "failed (allowed)",
        Outcome.NotRun => "not run",
        _ => NameOf(outcome),
    };
}
