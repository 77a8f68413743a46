using PipelineKit.Cli.Hosting;
using PipelineKit.Core.Packs;

namespace PipelineKit.Cli.Packs;

/// <summary>Looks for the packs of a spec where they come from: the only part of the program that fetches packs.</summary>
internal sealed class PackUpdates(CliEnvironment environment)
{
    private readonly PackStore? _store = PackStore.Of(environment);

    private const string NoCache = "there is no folder to keep it in: set PIPELINEKIT_CACHE or HOME";

    /// <summary>The newest version that the spec allows; null in the lock: a folder or file, which is as it is found.</summary>
    public FetchedPack Newest(PackReference reference) => Fetch(reference, git => git.Newest(reference), nuget => nuget.Newest(reference));

    /// <summary>What the lock file names.</summary>
    public FetchedPack Locked(PackReference reference, LockedPack locked) => Fetch(reference, git => git.Locked(reference, locked), nuget => nuget.Locked(reference, locked));

    private FetchedPack Fetch(PackReference reference, Func<GitPacks, FetchedPack> git, Func<NuGetPacks, FetchedPack> nuget)
    {
        try
        {
            return reference.Origin.Kind switch
            {
                PackOriginKind.Git => _store is null ? FetchedPack.None(NoCache) : git(new(_store)),
                PackOriginKind.NuGet => _store is null ? FetchedPack.None(NoCache) : nuget(new(_store, environment.Variable("PIPELINEKIT_NUGET_SOURCE"))),
                _ => new(null, null),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return FetchedPack.None($"the cache cannot be written: {e.Message}");
        }
    }
}
