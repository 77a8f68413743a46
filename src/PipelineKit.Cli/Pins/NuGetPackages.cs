using System.Text.Json;
using PipelineKit.Core.Model;

namespace PipelineKit.Cli.Pins;

/// <summary>Versions of a NuGet package (learn.microsoft.com/nuget/api/registration-base-url-resource); unlisted ones are left out.</summary>
internal sealed class NuGetPackages(WebRegistry web, string index) : IPinSource
{
    public async Task<IReadOnlyList<Release>> AskAsync(Pin pin, string package, CancellationToken cancellation)
    {
        using var service = await web.JsonAsync(index, cancellation).ConfigureAwait(false);
        var resource = service.RootElement.GetProperty("resources").EnumerateArray()
            .Where(r => r.GetProperty("@type").GetString()!.StartsWith("RegistrationsBaseUrl", StringComparison.Ordinal))
            .Select(r => r.GetProperty("@id").GetString()!)
            .LastOrDefault() ?? throw new PinSourceException($"{index} names no registrations of packages");
        using var pages = await web.JsonAsync($"{resource.TrimEnd('/')}/{Uri.EscapeDataString(package.ToLowerInvariant())}/index.json", cancellation).ConfigureAwait(false);
        var result = new List<Release>();
        foreach (var page in pages.RootElement.GetProperty("items").EnumerateArray())
        {
            if (page.TryGetProperty("items", out var items))
            {
                result.AddRange(Entries(items));
                continue;
            }

            // Long histories stand in pages of their own.
            using var whole = await web.JsonAsync(page.GetProperty("@id").GetString()!, cancellation).ConfigureAwait(false);
            result.AddRange(Entries(whole.RootElement.GetProperty("items")));
        }

        return result;
    }

    private static IReadOnlyList<Release> Entries(JsonElement items) =>
    [
        .. items.EnumerateArray().Select(i => i.GetProperty("catalogEntry"))
            .Where(e => !e.TryGetProperty("listed", out var listed) || listed.GetBoolean())
            .Select(e => Release.On(e.GetProperty("version").GetString()!, WebRegistry.Day(e.TryGetProperty("published", out var day) ? day.GetString() : null))),
    ];
}
