using System.Text;
using PipelineKit.Core.Model;

namespace PipelineKit.Cli.Output;

/// <summary>The graph of jobs as text and as a Mermaid flowchart (mermaid.js.org, flowchart syntax).</summary>
public static class JobGraph
{
    /// <summary>Jobs by phase, each with what it waits for.</summary>
    public static string Text(Pipeline pipeline)
    {
        var builder = new StringBuilder();
        var width = pipeline.Jobs.Max(j => j.Id.Length);
        foreach (var phase in pipeline.Jobs.GroupBy(j => j.Phase))
        {
            builder.Append(phase.Key.ToString().ToLowerInvariant()).Append('\n');
            foreach (var job in phase)
            {
                builder.Append("  ").Append(Needs(job) is { Length: > 0 } needs ? job.Id.PadRight(width) + "  <- " + needs : job.Id).Append('\n');
            }
        }

        return builder.Append("gate\n  quality-gate".PadRight(width)).Append("  <- ").AppendJoin(", ", pipeline.GateJobs.Select(j => j.Id)).Append('\n').ToString();
    }

    /// <summary>A flowchart with one subgraph per phase. A title that several jobs have, as in a monorepo, is followed by the name of the job.</summary>
    public static string Mermaid(Pipeline pipeline)
    {
        var builder = new StringBuilder("```mermaid\nflowchart LR\n");
        var shared = pipeline.Jobs.GroupBy(j => j.Title, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var phase in pipeline.Jobs.GroupBy(j => j.Phase))
        {
            builder.Append("  subgraph ").Append(phase.Key.ToString().ToLowerInvariant()).Append('\n');
            foreach (var job in phase)
            {
                builder.Append("    ").Append(Node(job.Id)).Append("[\"").Append(Label(shared.Contains(job.Title) ? $"{job.Title} ({job.Id})" : job.Title)).Append("\"]\n");
            }

            builder.Append("  end\n");
        }

        builder.Append("  quality_gate{{quality-gate}}\n");
        foreach (var job in pipeline.Jobs)
        {
            foreach (var need in job.Needs)
            {
                builder.Append("  ").Append(Node(need.JobId)).Append(" --> ").Append(Node(job.Id)).Append('\n');
            }

            builder.Append(job.Gate ? $"  {Node(job.Id)} --> quality_gate\n" : "");
            builder.Append(job.NeedsGate ? $"  quality_gate --> {Node(job.Id)}\n" : "");
        }

        return builder.Append("```\n").ToString();
    }

    private static string Needs(Job job) => string.Join(", ", job.Needs.Select(n => n.JobId).Concat(job.NeedsGate ? ["quality-gate"] : []));

    private static string Node(string id) => "job_" + id.Replace('-', '_');

    private static string Label(string title) => title.Replace("\"", "#quot;", StringComparison.Ordinal);
}
