using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using PipelineKit.Core.Model;

namespace PipelineKit.Cli.Pins;

/// <summary>The digest of the tag that an image is held at, from its registry (OCI distribution specification, "Pulling manifests"); anonymous tokens only.</summary>
/// <param name="client">Asks.</param>
/// <param name="address">Address that is asked instead of the image's own registry, or null.</param>
internal sealed class OciImages(HttpClient client, string? address) : IPinSource
{
    private static readonly string[] Types =
    [
        "application/vnd.oci.image.index.v1+json", "application/vnd.docker.distribution.manifest.list.v2+json",
        "application/vnd.oci.image.manifest.v1+json", "application/vnd.docker.distribution.manifest.v2+json",
    ];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Release>> AskAsync(Pin pin, string package, CancellationToken cancellation)
    {
        var (registry, name) = Place(package);
        try
        {
            using var response = await GetAsync($"{registry}/v2/{name}/manifests/{pin.Version}", cancellation).ConfigureAwait(false);
            return response.Headers.TryGetValues("Docker-Content-Digest", out var digests) && digests.First() is var digest
                ? [Release.On($"{pin.Version}@{digest}", DateOnly.MinValue)]
                : throw new PinSourceException($"{registry} names no digest of {name}:{pin.Version}");
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or UriFormatException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new PinSourceException($"{registry} did not answer for {name}:{pin.Version}: {e.Message}", e);
        }
    }

    private async Task<HttpResponseMessage> GetAsync(string manifest, CancellationToken cancellation)
    {
        var response = await SendAsync(manifest, null, cancellation).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.Unauthorized && response.Headers.WwwAuthenticate.FirstOrDefault(h => h.Scheme == "Bearer")?.Parameter is { } challenge)
        {
            response.Dispose();
            response = await SendAsync(manifest, await TokenAsync(challenge, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        }

        return response.EnsureSuccessStatusCode();
    }

    private async Task<HttpResponseMessage> SendAsync(string manifest, string? token, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, manifest);
        Types.ToList().ForEach(type => request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(type)));
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await client.SendAsync(request, cancellation).ConfigureAwait(false);
    }

    // distribution.github.io, "Token authentication": the challenge names where a token is to be had.
    private async Task<string?> TokenAsync(string challenge, CancellationToken cancellation)
    {
        var parts = challenge.Split(',').Select(p => p.Split('=', 2)).Where(p => p.Length == 2).ToDictionary(p => p[0].Trim(), p => p[1].Trim('"'), StringComparer.Ordinal);
        var query = string.Join('&', parts.Where(p => p.Key is "service" or "scope").Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}"));
        var text = await client.GetStringAsync(new Uri($"{parts.GetValueOrDefault("realm")}?{query}"), cancellation).ConfigureAwait(false);
        using var document = JsonDocument.Parse(text);
        return document.RootElement.TryGetProperty("token", out var token) ? token.GetString() : null;
    }

    // Names without a host are Docker Hub's, and those without a folder its own images.
    private (string Registry, string Name) Place(string image)
    {
        var parts = image.Split('/');
        var hasHost = parts.Length > 1 && (parts[0].Contains('.', StringComparison.Ordinal) || parts[0].Contains(':', StringComparison.Ordinal));
        var name = hasHost ? string.Join('/', parts[1..]) : parts.Length > 1 ? image : "library/" + image;
        return (address?.TrimEnd('/') ?? (hasHost ? $"https://{parts[0]}" : "https://registry-1.docker.io"), name);
    }
}
