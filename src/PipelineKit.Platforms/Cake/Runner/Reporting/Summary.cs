using System.Globalization;

namespace PipelineKitRunner;

/// <summary>What happened, in words and as a table.</summary>
internal static class Summary
{
    /// <summary>All jobs with their outcome; then each failure with the end of its output.</summary>
    public static void Write(System.IO.TextWriter writer, IReadOnlyList<JobResult> results, bool allowSkips)
    {
        var width = results.Max(r => r.Job.Id.Length);
        writer.WriteLine();
        foreach (var result in results)
        {
            writer.WriteLine($"{result.Job.Id.PadRight(width)}  {Word(result.Outcome),-17} {Seconds(result.Duration),8}  {Note(result)}".TrimEnd());
            foreach (var leaf in result.Leaves.Where(l => l.Leaf.Values.Count > 0))
            {
                writer.WriteLine($"{("  " + leaf.Leaf.Text).PadRight(width)}  {Word(leaf.Outcome),-17} {Seconds(leaf.Duration),8}  {leaf.Reason}".TrimEnd());
            }
        }

        foreach (var failure in results.Select(r => (r.Job, Leaf: r.FirstFailure)).Where(f => f.Leaf is not null))
        {
            writer.WriteLine();
            writer.WriteLine($"{failure.Job.Id}: {failure.Leaf!.Reason}");
            failure.Leaf.Tail.ToList().ForEach(line => writer.WriteLine("  | " + line));
        }

        writer.WriteLine();
        writer.WriteLine(Verdict(results, allowSkips) ?? "passed");
    }

    /// <summary>Why the run fails, in one line, or null.</summary>
    public static string? Verdict(IReadOnlyList<JobResult> results, bool allowSkips)
    {
        var failed = results.Where(r => r.Fails(allowSkips)).ToList();
        if (failed.Count == 0)
        {
            return null;
        }

        var parts = failed.GroupBy(r => r.Outcome).OrderByDescending(g => g.Key)
            .Select(g => $"{Word(g.Key).ToLowerInvariant()}: {string.Join(", ", g.Select(r => r.Job.Id))}");
        var hint = failed.TrueForAll(r => r.Outcome == Outcome.Skipped) ? " (--allow-skips lets skipped jobs pass)" : "";
        return $"{failed.Count} of {results.Count} jobs did not pass; {string.Join("; ", parts)}{hint}";
    }

    public static string Word(Outcome outcome) => outcome switch
    {
        Outcome.Passed => "passed",
        Outcome.Unchanged => "unchanged",
        Outcome.NotConcerned => "not concerned",
        Outcome.Skipped => "SKIPPED",
        Outcome.AllowedFailure => "failed (allowed)",
        Outcome.Failed => "FAILED",
        _ => "NOT RUN",
    };

    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0 s", CultureInfo.InvariantCulture);

    private static string Note(JobResult result)
    {
        var leaf = result.FirstFailure ?? (result.Leaves.Count == 1 ? result.Leaves[0] : null);
        return leaf?.Reason ?? "";
    }
}
