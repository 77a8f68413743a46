using System.Globalization;
using System.Net;
using System.Text.Json;

namespace PipelineKit.Cli.Pins;

/// <summary>What registries that are asked over HTTP share.</summary>
internal sealed class WebRegistry(HttpClient client)
{
    /// <exception cref="PinSourceException">It did not answer, or not with JSON.</exception>
    public async Task<JsonDocument> JsonAsync(string address, CancellationToken cancellation)
    {
        try
        {
            using var response = await client.GetAsync(new Uri(address), cancellation).ConfigureAwait(false);
            response.EnsureSuccessStatusCode();
            var stream = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                return await JsonDocument.ParseAsync(stream, cancellationToken: cancellation).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or UriFormatException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new PinSourceException($"{address} did not answer: {e.Message}", e);
        }
    }

#pragma warning disable CA2000 // The client disposes of its handler.
    public static HttpClient Client() => new(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.All, CheckCertificateRevocationList = true })
    {
        Timeout = TimeSpan.FromSeconds(30),
        DefaultRequestHeaders = { { "User-Agent", "pipelinekit" } },
    };
#pragma warning restore CA2000

    /// <summary>The day of a time in ISO 8601, in UTC; null for something else.</summary>
    public static DateOnly? Day(string? time) =>
        DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value) ? DateOnly.FromDateTime(value.UtcDateTime) : null;
}
