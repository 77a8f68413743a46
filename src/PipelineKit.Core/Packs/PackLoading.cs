using PipelineKit.Core.Generation;

namespace PipelineKit.Core.Packs;

/// <summary>What is known when the packs of a spec are looked for.</summary>
public sealed record PackLoading
{
    /// <summary>The repository.</summary>
    public required RepositoryRoot Root { get; init; }

    /// <summary>Version of the program.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>Packs that were fetched, or null when none can be.</summary>
    public IPackStore? Store { get; init; }

    /// <summary>What the lock file holds, by name.</summary>
    public IReadOnlyDictionary<string, LockedPack> Locked { get; init; } = new Dictionary<string, LockedPack>();

    /// <summary>Packs in folders and files that many repositories share, parsed once.</summary>
    public PackCache Cache { get; init; } = new();
}
