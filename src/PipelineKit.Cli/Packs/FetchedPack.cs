using PipelineKit.Core.Packs;

namespace PipelineKit.Cli.Packs;

/// <summary>What came of looking for a pack.</summary>
/// <param name="Lock">What the lock file shall hold; null with a problem.</param>
/// <param name="Problem">Why there is none, in words that fit behind the name of the pack.</param>
internal sealed record FetchedPack(LockedPack? Lock, string? Problem)
{
    public static FetchedPack None(string problem) => new(null, problem);
}
