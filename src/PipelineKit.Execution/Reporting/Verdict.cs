namespace PipelineKit.Execution.Reporting;

/// <summary>The sentence that a run ends with.</summary>
internal static class Verdict
{
    /// <summary>Why the run fails, in one line, or null.</summary>
    public static string? Of(IReadOnlyList<JobResult> results, bool allowSkips)
    {
        var failed = results.Where(r => r.Fails(allowSkips)).ToList();
        if (failed.Count == 0)
        {
            return null;
        }

        var parts = failed.GroupBy(r => r.Outcome).OrderByDescending(g => g.Key)
            .Select(g => $"{OutcomeWords.TextOf(g.Key)}: {string.Join(", ", g.Select(r => r.Job.Id))}");
        var hint = failed.TrueForAll(r => r.Outcome == Outcome.Skipped) ? " (--allow-skips lets skipped jobs pass)" : "";
        return $"{failed.Count} of {results.Count} jobs did not pass; {string.Join("; ", parts)}{hint}";
    }
}
