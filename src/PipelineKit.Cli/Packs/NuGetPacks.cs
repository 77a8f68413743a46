using System.Text.Json;
using PipelineKit.Core.Packs;

namespace PipelineKit.Cli.Packs;

/// <summary>
/// Packs in NuGet packages, read from a feed by its flat container (learn.microsoft.com/nuget/api/package-base-address-resource). In the package
/// the pack lies below <c>pack/</c>. The feed is <c>PIPELINEKIT_NUGET_SOURCE</c>, or the public one.
/// </summary>
internal sealed class NuGetPacks(PackStore store, string? source)
{
    private const string Folder = "pack/";
    private const string PublicFeed = "https://api.nuget.org/v3/index.json";
    private const int MaxAnswer = 64 << 20;

    private readonly Lazy<HttpClient> _http = new(() => new HttpClient { Timeout = TimeSpan.FromMinutes(2), MaxResponseContentBufferSize = MaxAnswer });

    private string Feed { get; } = string.IsNullOrEmpty(source) ? PublicFeed : source;

    /// <summary>The newest version in a range, fetched and kept.</summary>
    public FetchedPack Newest(PackReference reference) => Told(reference, () =>
    {
        var id = reference.Origin.Address.ToLowerInvariant();
        using var versions = JsonDocument.Parse(Get($"{Base()}{id}/index.json"));
        var range = reference.Version is null ? null : PackVersionRange.TryParse(reference.Version.Value);
        var newest = versions.RootElement.GetProperty("versions").EnumerateArray().Select(v => v.GetString()!)
            .Where(v => PackVersionRange.IsVersion(v) && (range?.Contains(v) ?? !v.Contains('-', StringComparison.Ordinal)))
            .Order(Comparer<string>.Create(PackVersionRange.Compare))
            .FirstOrDefault();
        return newest is null ? FetchedPack.None($"the package {reference.Origin.Address} has no version that fits") : Keep(reference, newest);
    });

    /// <summary>The version that a lock file names, fetched and kept.</summary>
    public FetchedPack Locked(PackReference reference, LockedPack locked) => Told(reference, () =>
        PackVersionRange.IsVersion(locked.Version) ? Keep(reference, locked.Version) : FetchedPack.None("the lock file names no version"));

    private FetchedPack Keep(PackReference reference, string version)
    {
        var id = reference.Origin.Address.ToLowerInvariant();
        using var package = new MemoryStream(Get($"{Base()}{id}/{version}/{id}.{version}.nupkg"));
        if (PackZip.Read(package, Folder, out var problem) is not { } content)
        {
            return FetchedPack.None($"version {version} cannot be used: {problem}");
        }

        store.Keep(content);
        return new(new LockedPack(reference.From.Value, version, null, content.Hash), null);
    }

    private string Base()
    {
        using var index = JsonDocument.Parse(Get(Feed));
        foreach (var resource in index.RootElement.GetProperty("resources").EnumerateArray())
        {
            if (resource.GetProperty("@type").GetString()?.StartsWith("PackageBaseAddress/", StringComparison.Ordinal) == true)
            {
                return resource.GetProperty("@id").GetString()!.TrimEnd('/') + "/";
            }
        }

        throw new InvalidDataException("the feed has no flat container");
    }

    private byte[] Get(string address) => _http.Value.GetByteArrayAsync(new Uri(address)).GetAwaiter().GetResult();

    private FetchedPack Told(PackReference reference, Func<FetchedPack> fetch)
    {
        try
        {
            return fetch();
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or JsonException or KeyNotFoundException or InvalidOperationException or InvalidDataException or UriFormatException)
        {
            return FetchedPack.None($"{Feed} does not give {reference.Origin.Address}: {e.Message}");
        }
    }
}
