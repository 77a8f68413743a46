using System.Text.Json;
using PipelineKit.Execution.Reporting;

namespace PipelineKit.Cli.Running;

/// <summary>Something that happened in a run: heard while it goes on, or one line of the file that it leaves (<see cref="PipelineKit.Execution.RunFolder.Events"/>).</summary>
internal abstract record RunEvent
{
    /// <summary>Reads one line; null for an event that this version does not know.</summary>
    /// <exception cref="JsonException">The line is no such object.</exception>
    public static RunEvent? Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        try
        {
            return root.GetProperty("event").GetString() switch
            {
                "job-started" => new JobStarted(Text(root, "job")),
                "job-finished" => JobFinished.Read(root),
                "run-finished" => new RunFinished(root.GetProperty("passed").GetBoolean(), Text(root, "verdict")),
                _ => null,
            };
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new JsonException($"not an event of a run: {line}", e);
        }
    }

    private protected static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}

/// <summary>The first leaf of a job has started.</summary>
internal sealed record JobStarted(string Job) : RunEvent;

/// <summary>A job has its result.</summary>
internal sealed record JobFinished(string Job, string Stage, RunOutcome Result, IReadOnlyList<string> Tail, IReadOnlyList<LeafOutcome> Leaves) : RunEvent
{
    /// <summary>The result of a job that has just ended.</summary>
    public static JobFinished Of(JobResult result)
    {
        var first = result.FirstFailure ?? result.Leaves[0];
        return new(
            result.Job.Id,
            result.Job.Stage,
            new RunOutcome(OutcomeWords.NameOf(result.Outcome), result.Reason, first.ExitCode, Rounded(result.Duration)),
            result.FirstFailure?.Tail ?? [],
            [.. result.Leaves.Select(l => new LeafOutcome(l.Leaf.Text, new(OutcomeWords.NameOf(l.Outcome), l.Reason, l.ExitCode, Rounded(l.Duration))))]);
    }

    /// <summary>Reads the object of one job.</summary>
    /// <exception cref="KeyNotFoundException">A member is missing.</exception>
    /// <exception cref="InvalidOperationException">A member is of another type.</exception>
    /// <exception cref="FormatException">A number is out of range.</exception>
    public static JobFinished Read(JsonElement element) => new(
        Text(element, "job"),
        Text(element, "stage"),
        RunOutcome.Read(element),
        [.. element.GetProperty("tail").EnumerateArray().Select(l => l.GetString() ?? "")],
        [.. element.GetProperty("leaves").EnumerateArray().Select(l => new LeafOutcome(Text(l, "leaf"), RunOutcome.Read(l)))]);

    private static double Rounded(TimeSpan time) => Math.Round(time.TotalSeconds, 3);
}

/// <summary>Everything has ended.</summary>
internal sealed record RunFinished(bool Passed, string Verdict) : RunEvent;

/// <summary>Result of one leaf; <paramref name="Leaf"/> is empty for a job without a matrix.</summary>
internal sealed record LeafOutcome(string Leaf, RunOutcome Result);

/// <summary>How a job or a leaf ended.</summary>
/// <param name="Outcome"><c>passed</c>, <c>unchanged</c>, <c>not-concerned</c>, <c>skipped</c>, <c>allowed-failure</c>, <c>failed</c> or <c>not-run</c>.</param>
/// <param name="Reason">Why, or empty.</param>
/// <param name="ExitCode">Of the first failing command, or null.</param>
/// <param name="Seconds">Running time; of a job, the sum over its leaves.</param>
internal sealed record RunOutcome(string Outcome, string Reason, int? ExitCode, double Seconds)
{
    /// <inheritdoc cref="JobFinished.Read"/>
    public static RunOutcome Read(JsonElement element) => new(
        element.GetProperty("outcome").GetString() ?? "",
        element.GetProperty("reason").GetString() ?? "",
        element.GetProperty("exitCode") is { ValueKind: JsonValueKind.Number } code ? code.GetInt32() : null,
        element.GetProperty("seconds").GetDouble());
}
