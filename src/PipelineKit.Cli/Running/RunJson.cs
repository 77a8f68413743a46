using System.Text.Json;
using PipelineKit.Core.Diagnostics.Printing;

namespace PipelineKit.Cli.Running;

/// <summary>A run as one JSON document (<c>run --format json</c>).</summary>
internal static class RunJson
{
    /// <param name="jobs">Finished jobs.</param>
    /// <param name="passed">Whether the run passed.</param>
    /// <param name="verdict">Why not, or <c>passed</c>.</param>
    /// <param name="seconds">Wall time of the whole run.</param>
    public static string Write(IReadOnlyList<JobFinished> jobs, bool passed, string verdict, double seconds) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteBoolean("passed", passed);
        json.WriteString("verdict", verdict);
        json.WriteNumber("seconds", Math.Round(seconds, 3));
        json.WriteStartArray("jobs");
        foreach (var job in jobs)
        {
            json.WriteStartObject();
            json.WriteString("job", job.Job);
            json.WriteString("stage", job.Stage);
            Write(json, job.Result);
            json.WriteStartArray("tail");
            job.Tail.ToList().ForEach(json.WriteStringValue);
            json.WriteEndArray();
            json.WriteStartArray("leaves");
            foreach (var leaf in job.Leaves)
            {
                json.WriteStartObject();
                json.WriteString("leaf", leaf.Leaf);
                Write(json, leaf.Result);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, RunOutcome result)
    {
        json.WriteString("outcome", result.Outcome);
        json.WriteString("reason", result.Reason);
        if (result.ExitCode is { } code)
        {
            json.WriteNumber("exitCode", code);
        }
        else
        {
            json.WriteNull("exitCode");
        }

        json.WriteNumber("seconds", result.Seconds);
    }
}
