using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using PipelineKit.Core.Model;

namespace PipelineKit.Cli.Pins;

/// <summary>Tags of images, their digests and days, from the images' registries (OCI distribution specification); anonymous tokens only.</summary>
/// <param name="client">Asks.</param>
/// <param name="address">Address that is asked instead of the image's own registry, or null.</param>
internal sealed partial class OciImages(HttpClient client, string? address) : IPinSource
{
    private const int MostPages = 100;

    private static readonly string[] Types =
    [
        "application/vnd.oci.image.index.v1+json", "application/vnd.docker.distribution.manifest.list.v2+json",
        "application/vnd.oci.image.manifest.v1+json", "application/vnd.docker.distribution.manifest.v2+json",
    ];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Release>> AskAsync(Pin pin, string package, CancellationToken cancellation)
    {
        var place = PlaceOf(package);
        var tags = await GuardedAsync(place, () => TagsAsync(place, cancellation), cancellation).ConfigureAwait(false);
        return
        [
            .. tags.Distinct(StringComparer.Ordinal).Select(tag => new Release(tag, token => GuardedAsync(place, () => DayAsync(place, tag, token), token))
            {
                Digest = token => GuardedAsync(place, () => DigestAsync(place, tag, token), token),
            }),
        ];
    }

    /// <summary>The digest of an image with a tag.</summary>
    /// <exception cref="PinSourceException">The registry did not answer.</exception>
    public Task<string> DigestAsync(string image, CancellationToken cancellation)
    {
        var (repository, tag) = Split(image);
        var place = PlaceOf(repository);
        return GuardedAsync(place, () => DigestAsync(place, tag, cancellation), cancellation);
    }

    /// <summary>An image as its repository and its tag, which is empty where it has none.</summary>
    public static (string Repository, string Tag) Split(string image) =>
        image.LastIndexOf(':') is var colon && colon > image.LastIndexOf('/') ? (image[..colon], image[(colon + 1)..]) : (image, "");

    private static async Task<T> GuardedAsync<T>(Place place, Func<Task<T>> ask, CancellationToken cancellation)
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or UriFormatException or IOException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new PinSourceException($"{place.Registry} did not answer for {place.Name}: {e.Message}", e);
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new PinSourceException($"{place.Registry} answered for {place.Name} in a form that is not understood", e);
        }
    }

    // "Listing Tags": long lists come in pages, and a Link header leads to the next.
    private async Task<IReadOnlyList<string>> TagsAsync(Place place, CancellationToken cancellation)
    {
        var (result, page) = (new List<string>(), new Uri($"{place.Registry}/v2/{place.Name}/tags/list"));
        for (var i = 0; i < MostPages; i++)
        {
            using var response = await GetAsync(HttpMethod.Get, page, cancellation).ConfigureAwait(false);
            using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false));
            if (document.RootElement.GetProperty("tags") is { ValueKind: JsonValueKind.Array } tags)
            {
                result.AddRange(tags.EnumerateArray().Select(t => t.GetString()!));
            }

            var link = response.Headers.TryGetValues("Link", out var links) ? NextLink().Match(string.Join(',', links)) : Match.Empty;
            if (!link.Success)
            {
                return result;
            }

            var next = new Uri(page, link.Groups[1].Value);
            if (next.Authority != page.Authority)
            {
                throw new PinSourceException($"{place.Registry} sends on to {next.Authority} for more tags of {place.Name}");
            }

            page = next;
        }

        throw new PinSourceException($"{place.Registry} has more tags of {place.Name} than can be looked at");
    }

    private async Task<string> DigestAsync(Place place, string tag, CancellationToken cancellation)
    {
        using var response = await GetAsync(HttpMethod.Head, place.Manifest(tag), cancellation).ConfigureAwait(false);
        return response.Headers.TryGetValues("Docker-Content-Digest", out var digests) && digests.First() is var digest && Sha256().IsMatch(digest)
            ? digest
            : throw new PinSourceException($"{place.Registry} names no SHA-256 digest of {place.Name}:{tag}");
    }

    // The day of an image stands in its configuration; an index leads to the manifests of platforms, and those to a configuration.
    private async Task<DateOnly?> DayAsync(Place place, string tag, CancellationToken cancellation)
    {
        using var top = await JsonAsync(place.Manifest(tag), cancellation).ConfigureAwait(false);
        if (!top.RootElement.TryGetProperty("manifests", out var manifests))
        {
            return await ConfigurationDayAsync(place, top.RootElement, cancellation).ConfigureAwait(false);
        }

        var platforms = manifests.EnumerateArray().Where(m => m.TryGetProperty("platform", out var p) && p.GetProperty("os").GetString() == "linux").ToList();
        if (platforms.Count == 0)
        {
            return null;
        }

        var usual = platforms.FindIndex(m => m.GetProperty("platform").GetProperty("architecture").GetString() == "amd64");
        using var manifest = await JsonAsync(place.Manifest(platforms[Math.Max(0, usual)].GetProperty("digest").GetString()!), cancellation).ConfigureAwait(false);
        return await ConfigurationDayAsync(place, manifest.RootElement, cancellation).ConfigureAwait(false);
    }

    private async Task<DateOnly?> ConfigurationDayAsync(Place place, JsonElement manifest, CancellationToken cancellation)
    {
        var digest = manifest.GetProperty("config").GetProperty("digest").GetString();
        using var configuration = await JsonAsync(new Uri($"{place.Registry}/v2/{place.Name}/blobs/{digest}"), cancellation).ConfigureAwait(false);
        // Builds that shall be reproducible write the beginning of time.
        return configuration.RootElement.TryGetProperty("created", out var created) && WebRegistry.Day(created.GetString()) is { Year: > 1980 } day ? day : null;
    }

    private async Task<JsonDocument> JsonAsync(Uri address, CancellationToken cancellation)
    {
        using var response = await GetAsync(HttpMethod.Get, address, cancellation).ConfigureAwait(false);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false));
    }

    private async Task<HttpResponseMessage> GetAsync(HttpMethod method, Uri address, CancellationToken cancellation)
    {
        var response = await SendAsync(method, address, null, cancellation).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.Unauthorized && response.Headers.WwwAuthenticate.FirstOrDefault(h => h.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))?.Parameter is { } challenge)
        {
            response.Dispose();
            response = await SendAsync(method, address, await TokenAsync(challenge, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        }

        return response.EnsureSuccessStatusCode();
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri address, string? token, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, address);
        Types.ToList().ForEach(type => request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(type)));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json", 0.5));
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await client.SendAsync(request, cancellation).ConfigureAwait(false);
    }

    // distribution.github.io, "Token authentication": the challenge names where a token is to be had.
    private async Task<string?> TokenAsync(string challenge, CancellationToken cancellation)
    {
        var parts = ChallengePart().Matches(challenge).DistinctBy(m => m.Groups[1].Value).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value, StringComparer.Ordinal);
        var query = string.Join('&', parts.Where(p => p.Key is "service" or "scope").Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}"));
        var text = await client.GetStringAsync(new Uri($"{parts.GetValueOrDefault("realm")}?{query}"), cancellation).ConfigureAwait(false);
        using var document = JsonDocument.Parse(text);
        return document.RootElement.TryGetProperty("token", out var token) || document.RootElement.TryGetProperty("access_token", out token) ? token.GetString() : null;
    }

    // Names without a host are Docker Hub's, and those without a folder its own images.
    private Place PlaceOf(string image)
    {
        var parts = image.Split('/');
        var hasHost = parts.Length > 1 && (parts[0].Contains('.', StringComparison.Ordinal) || parts[0].Contains(':', StringComparison.Ordinal));
        var name = hasHost ? string.Join('/', parts[1..]) : parts.Length > 1 ? image : "library/" + image;
        return new Place(address?.TrimEnd('/') ?? (hasHost ? $"https://{parts[0]}" : "https://registry-1.docker.io"), name);
    }

    [GeneratedRegex("""<([^>]+)>\s*;[^,]*\brel="?next"?""", RegexOptions.CultureInvariant)]
    private static partial Regex NextLink();

    [GeneratedRegex("""([a-z_]+)="([^"]*)""" + "\"", RegexOptions.CultureInvariant)]
    private static partial Regex ChallengePart();

    [GeneratedRegex(@"\Asha256:[0-9a-f]{64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Sha256();

    private sealed record Place(string Registry, string Name)
    {
        public Uri Manifest(string reference) => new($"{Registry}/v2/{Name}/manifests/{reference}");
    }
}
