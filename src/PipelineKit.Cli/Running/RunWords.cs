using System.Globalization;
using PipelineKit.Cli.Output;

namespace PipelineKit.Cli.Running;

/// <summary>Outcomes and times as people read them.</summary>
internal static class RunWords
{
    /// <summary>A verb for a line of progress, and its colour.</summary>
    public static (string Word, AnsiColour Colour) Of(string outcome) => outcome switch
    {
        "passed" => ("pass", AnsiColour.Green),
        "unchanged" => ("same", AnsiColour.Green),
        "not-concerned" => ("none", AnsiColour.Grey),
        "skipped" => ("skip", AnsiColour.Yellow),
        "allowed-failure" => ("warn", AnsiColour.Yellow),
        "failed" => ("fail", AnsiColour.Red),
        _ => ("stop", AnsiColour.Red),
    };

    /// <summary>How many jobs passed, and how many came to another end that fails nothing: <c>3 jobs, 1 skipped</c>.</summary>
    public static string Counts(IReadOnlyList<JobFinished> jobs)
    {
        var passed = jobs.Count(j => j.Result.Outcome == "passed");
        var others = jobs.Where(j => j.Result.Outcome != "passed").GroupBy(j => j.Result.Outcome, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Count()} {g.Key.Replace('-', ' ')}"));
        return string.Join(", ", others.Prepend(string.Create(CultureInfo.InvariantCulture, $"{passed} {(passed == 1 ? "job" : "jobs")}")));
    }

    public static string Seconds(double seconds) => seconds.ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>One line about a finished job: <c>pass lint 3.2 s</c>, <c>skip docs: it needs lint, which failed</c>.</summary>
    public static string Line(JobFinished job, bool colour)
    {
        var (word, paint) = Of(job.Result.Outcome);
        var time = job.Result.Seconds > 0 ? $" {Seconds(job.Result.Seconds)} s" : "";
        return $"{Ansi.Paint(word.PadRight(5), paint, colour)} {job.Job}{time}{(job.Result.Reason.Length == 0 ? "" : ": " + job.Result.Reason)}";
    }

    /// <summary>Rows of the table at the end: jobs, and below each the leaves of its matrix.</summary>
    public static IEnumerable<string[]> Rows(IEnumerable<JobFinished> jobs) => jobs.SelectMany(job =>
        job.Leaves.Where(l => l.Leaf.Length > 0)
            .Select(l => Row($"{job.Job} ({l.Leaf})", l.Result))
            .Prepend(Row(job.Job, job.Result)));

    private static string[] Row(string name, RunOutcome result) => [name, result.Outcome, Seconds(result.Seconds), result.Reason];
}
