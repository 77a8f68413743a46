using System.Globalization;
using System.Text;

namespace PipelineKitRunner;

/// <summary>One JSON object per line for programs that follow the run (--events).</summary>
internal sealed class EventFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly string? _path;

    public EventFile(string? path)
    {
        _path = path;
        if (path is not null)
        {
            System.IO.File.WriteAllText(path, "", Utf8);
        }
    }

    public void Started(JobInfo job) => Write($"\"event\":\"job-started\",\"job\":{Text(job.Id)},\"stage\":{Text(job.Stage)}");

    public void Finished(JobResult result)
    {
        var leaves = result.Leaves.Select(l => $"{{\"leaf\":{Text(l.Leaf.Text)},{Outcome(l.Outcome, l.Reason, l.ExitCode, l.Duration)}}}");
        var first = result.FirstFailure ?? result.Leaves[0];
        var own = Outcome(result.Outcome, result.FirstFailure is null && result.Leaves.Count > 1 ? "" : first.Reason, first.ExitCode, result.Duration);
        var tail = string.Join(',', (result.FirstFailure?.Tail ?? []).Select(Text));
        Write($"\"event\":\"job-finished\",\"job\":{Text(result.Job.Id)},\"stage\":{Text(result.Job.Stage)},{own},\"tail\":[{tail}],\"leaves\":[{string.Join(',', leaves)}]");
    }

    public void Ended(string? verdict) => Write($"\"event\":\"run-finished\",\"passed\":{(verdict is null ? "true" : "false")},\"verdict\":{Text(verdict ?? "passed")}");

    private static string Outcome(Outcome outcome, string reason, int? exitCode, TimeSpan duration) =>
        $"\"outcome\":\"{Name(outcome)}\",\"reason\":{Text(reason)},\"exitCode\":{exitCode?.ToString(CultureInfo.InvariantCulture) ?? "null"}"
        + $",\"seconds\":{duration.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)}";

    /// <summary>passed, unchanged, not-concerned, skipped, allowed-failure, failed or not-run.</summary>
    private static string Name(Outcome outcome) => outcome switch
    {
        PipelineKitRunner.Outcome.NotRun => "not-run",
        PipelineKitRunner.Outcome.NotConcerned => "not-concerned",
        PipelineKitRunner.Outcome.AllowedFailure => "allowed-failure",
        _ => outcome.ToString().ToLowerInvariant(),
    };

    private void Write(string members)
    {
        if (_path is not null)
        {
            System.IO.File.AppendAllText(_path, "{" + members + "}\n", Utf8);
        }
    }

    private static string Text(string text)
    {
        var json = new StringBuilder("\"");
        foreach (var c in text)
        {
            json.Append(c is '"' or '\\' ? "\\" + c : c < ' ' ? $"\\u{(int)c:x4}" : c.ToString());
        }

        return json.Append('"').ToString();
    }
}
