namespace PipelineKit.Cli.Fleet;

/// <summary>What is known of one repository of a fleet.</summary>
internal sealed record FleetRow
{
    /// <summary>Folder relative to the fleet file.</summary>
    public required string Folder { get; init; }

    /// <summary>Name of the spec, or of the folder.</summary>
    public required string Name { get; init; }

    /// <summary>The state in one word.</summary>
    public required FleetState State { get; init; }

    /// <summary>Version of PipelineKit that made its files; null where none were made.</summary>
    public string? Tool { get; init; }

    /// <summary>Its packs: <c>acme 1.4.0</c>, or <c>acme 1.3.0 (1.4.0 is there)</c>.</summary>
    public IReadOnlyList<string> Packs { get; init; } = [];

    /// <summary>Stages that run.</summary>
    public IReadOnlyList<string> Stages { get; init; } = [];

    /// <summary>Whose the drift is, in words; empty without drift.</summary>
    public IReadOnlyList<string> Drift { get; init; } = [];

    /// <summary>Rules of packs that are broken.</summary>
    public IReadOnlyList<string> Broken { get; init; } = [];

    /// <summary>Rules that are waived, with the end.</summary>
    public IReadOnlyList<string> Waived { get; init; } = [];

    /// <summary>Other errors.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>All that is wrong, for one column.</summary>
    public IEnumerable<string> Remarks => [.. Errors, .. Broken, .. Drift, .. Waived];
}

/// <summary>States of a repository, the worst last.</summary>
internal enum FleetState
{
    /// <summary>Everything is as it should be.</summary>
    Ok,

    /// <summary>Files are not what the spec and its packs make.</summary>
    Drift,

    /// <summary>A pack of another content than the locked one is there.</summary>
    PackChanged,

    /// <summary>A rule of a pack is broken.</summary>
    RuleBroken,

    /// <summary>The spec has other errors, or cannot be read.</summary>
    Error,
}
