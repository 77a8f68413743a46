using PipelineKit.Core.Model;

namespace PipelineKit.Execution.Planning;

/// <summary>A selected job: the leaves that run, and what is known before anything runs about the others.</summary>
internal sealed class JobPlan(Job job, IReadOnlyList<LeafPlan> leaves)
{
    public Job Job { get; } = job;

    public IReadOnlyList<LeafPlan> Leaves { get; } = leaves;

    public List<MissingTool> Missing { get; } = [];

    /// <summary>Leaves that cannot run here while others can, with the reason.</summary>
    public Dictionary<LeafPlan, string> SkippedLeaves { get; } = [];

    /// <summary>Leaves whose inputs are as they were when they last passed.</summary>
    public HashSet<LeafPlan> UnchangedLeaves { get; } = [];

    /// <summary>Seconds that it took when it last passed here; before that a sixtieth of its timeout. It only decides what starts first.</summary>
    public double Expected { get; set; } = job.Timeout.TotalMinutes;

    /// <summary>Why the whole job cannot run here, or null.</summary>
    public string? SkipReason { get; set; }

    /// <summary>Why there is nothing for the job to do here, or null.</summary>
    public string? NotConcerned { get; set; }
}
