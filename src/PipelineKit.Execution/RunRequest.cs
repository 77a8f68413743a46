namespace PipelineKit.Execution;

/// <summary>What shall run, and how.</summary>
public sealed record RunRequest
{
    /// <summary>The name that stands for every deciding job.</summary>
    public const string Gate = "quality-gate";

    /// <summary>Jobs and stages; empty for the gate.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>Stages and the gate mean only jobs of this project, given by name or folder; null means all.</summary>
    public string? Project { get; init; }

    /// <summary>At most so many jobs at once.</summary>
    public int Parallelism { get; init; } = System.Environment.ProcessorCount;

    /// <summary>What cannot run here is left out and fails nothing.</summary>
    public bool AllowSkips { get; init; }

    /// <summary>Jobs may publish and deploy.</summary>
    public bool AllowPublish { get; init; }

    /// <summary>Jobs whose inputs are as they were when they last passed are left out.</summary>
    public bool Incremental { get; init; }

    /// <summary>Jobs with path conditions of which no file differs from this revision are left out; null means no such choice.</summary>
    public string? ChangedSince { get; init; }

    /// <summary>Without the jobs that the named ones need.</summary>
    public bool Exclusive { get; init; }

    /// <summary>Hand every line of output to the observer, one job after the other.</summary>
    public bool ShowOutput { get; init; }
}
