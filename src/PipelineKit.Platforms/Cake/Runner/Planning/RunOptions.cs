namespace PipelineKitRunner;

/// <summary>What the command line asks for.</summary>
internal sealed record RunOptions(string Root)
{
    public int Jobs { get; init; } = Environment.ProcessorCount;
    public bool AllowSkips { get; init; }
    public bool AllowPublish { get; init; }
    public bool Incremental { get; init; }

    /// <summary>Only jobs whose paths hold a file that differs from this revision (--changed), or null.</summary>
    public string? ChangedSince { get; init; }

    /// <summary>File that receives one JSON object per event, or null.</summary>
    public string? EventsFile { get; init; }
}
