namespace PipelineKit.Core.Model;

/// <summary>Files that later jobs, or people, take from a job.</summary>
/// <param name="Id">Name within the job.</param>
/// <param name="Paths">Files and folders relative to the repository root.</param>
public sealed record Artifact(string Id, IReadOnlyList<string> Paths)
{
    /// <summary>How long the platform keeps it.</summary>
    public TimeSpan Keep { get; init; } = TimeSpan.FromDays(7);

    /// <summary>True: a missing file fails the job.</summary>
    public bool Required { get; init; }
}
