namespace PipelineKit.Core.Packs;

/// <summary>A pack as the lock file holds it.</summary>
/// <param name="From">Where it came from, as the spec said.</param>
/// <param name="Version">Exact version.</param>
/// <param name="Commit">Full commit of a git repository; null for other places.</param>
/// <param name="Hash">SHA-256 of the content.</param>
public sealed record LockedPack(string From, string Version, string? Commit, string Hash);
