using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.Shared;

/// <summary>What whoever opens a pipeline should know first: what makes it binding, and how a stage runs on a laptop.</summary>
internal static class HeaderNote
{
    /// <summary>The line.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="binding">What makes the gate binding, as a sentence; null where there is no gate.</param>
    public static string Of(Pipeline pipeline, string? binding)
    {
        var job = pipeline.GateJobs.FirstOrDefault()?.Id;
        var laptop = pipeline.Settings.Targets.Contains("cake", StringComparer.Ordinal)
            ? "dotnet tool restore && dotnet cake" + (job is null ? "" : $" [--target={job}]")
            : "pipelinekit run" + (job is null ? "" : $" [{job}]");
        return (binding is null ? "" : binding + " ") + $"On a laptop: {laptop}";
    }
}
