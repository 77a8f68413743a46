using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using PipelineKit.Core.Model;

namespace PipelineKit.Execution.Reporting;

/// <summary>One JSON object per line for programs that follow a run, and for estimates made from the last one.</summary>
internal sealed class EventFile : IRunObserver
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _path;

    public EventFile(string path)
    {
        _path = path;
        File.WriteAllBytes(path, []);
    }

    public void Started(Job job) => Write("job-started", json => WriteJob(json, job));

    public void Finished(JobResult result) => Write("job-finished", json =>
    {
        var first = result.FirstFailure ?? result.Leaves[0];
        WriteJob(json, result.Job);
        WriteOutcome(json, result.Outcome, result.Reason, first.ExitCode, result.Duration);
        json.WriteStartArray("tail");
        foreach (var line in result.FirstFailure?.Tail ?? [])
        {
            json.WriteStringValue(line);
        }

        json.WriteEndArray();
        WriteLeaves(json, result.Leaves);
    });

    public void Printed(Job job, string line)
    {
        // Output has files of its own.
    }

    public void Ended(string? verdict) => Write("run-finished", json =>
    {
        json.WriteBoolean("passed", verdict is null);
        json.WriteString("verdict", verdict ?? "passed");
    });

    private void Write(string name, Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("event", name);
            members(json);
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        File.AppendAllBytes(_path, buffer.WrittenSpan);
    }

    private static void WriteJob(Utf8JsonWriter json, Job job)
    {
        json.WriteString("job", job.Id);
        json.WriteString("stage", job.Stage);
    }

    private static void WriteLeaves(Utf8JsonWriter json, IReadOnlyList<LeafResult> leaves)
    {
        json.WriteStartArray("leaves");
        foreach (var leaf in leaves)
        {
            json.WriteStartObject();
            json.WriteString("leaf", leaf.Leaf.Text);
            WriteOutcome(json, leaf.Outcome, leaf.Reason, leaf.ExitCode, leaf.Duration);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteOutcome(Utf8JsonWriter json, Outcome outcome, string reason, int? exitCode, TimeSpan duration)
    {
        json.WriteString("outcome", OutcomeWords.NameOf(outcome));
        json.WriteString("reason", reason);
        if (exitCode is { } code)
        {
            json.WriteNumber("exitCode", code);
        }
        else
        {
            json.WriteNull("exitCode");
        }

        json.WriteNumber("seconds", Math.Round(duration.TotalSeconds, 3));
    }
}
