namespace PipelineKit.Core.Packs;

/// <summary>Packs that were fetched before. Asking for one never reaches a network.</summary>
public interface IPackStore
{
    /// <summary>The pack whose content has a hash, or null when it was not fetched, or is not whole any more.</summary>
    PackContent? Find(string hash);
}
