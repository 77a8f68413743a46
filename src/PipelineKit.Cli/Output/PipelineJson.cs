using System.Text.Json;
using PipelineKit.Core.Diagnostics.Printing;
using PipelineKit.Core.Model;

namespace PipelineKit.Cli.Output;

/// <summary>Jobs as one JSON document, for <c>graph</c> and <c>explain</c>.</summary>
internal static class PipelineJson
{
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="jobs">Its jobs, or some of them.</param>
    /// <param name="explain">What is known of a job beyond its place in the graph; null where only the graph is asked for.</param>
    public static string Write(Pipeline pipeline, IEnumerable<Job> jobs, Action<Utf8JsonWriter, Job>? explain = null) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("name", pipeline.Name);
        json.WriteStartArray("jobs");
        foreach (var job in jobs)
        {
            json.WriteStartObject();
            json.WriteString("id", job.Id);
            json.WriteString("title", job.Title);
            json.WriteString("stage", job.Stage);
            json.WriteString("project", job.Project.Path);
            json.WriteString("phase", job.Phase.ToString().ToLowerInvariant());
            json.WriteBoolean("gate", job.Gate);
            Strings(json, "needs", job.Needs.Select(n => n.JobId).Concat(job.NeedsGate ? ["quality-gate"] : []));
            explain?.Invoke(json, job);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Strings(json, "gate", pipeline.GateJobs.Select(j => j.Id));
        json.WriteEndObject();
    });

    /// <summary>An array of texts.</summary>
    public static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
