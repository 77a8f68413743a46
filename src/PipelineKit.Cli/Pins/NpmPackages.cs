using System.Text.Json;
using PipelineKit.Core.Model;

namespace PipelineKit.Cli.Pins;

/// <summary>Versions of a package of npm, by its own client, which knows the registry and its credentials.</summary>
internal sealed class NpmPackages(string folder) : IPinSource
{
    public async Task<IReadOnlyList<Release>> AskAsync(Pin pin, string package, CancellationToken cancellation)
    {
        var output = await ProgramRun.OutputAsync(folder, OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["view", "--json", "--", package, "versions", "time"], cancellation).ConfigureAwait(false);
        try
        {
            using var document = JsonDocument.Parse(output);
            var (versions, times) = (document.RootElement.GetProperty("versions"), document.RootElement.GetProperty("time"));
            // `time` keeps versions that were taken back. A single version is no list.
            var there = versions.ValueKind == JsonValueKind.Array ? versions.EnumerateArray().Select(v => v.GetString()!).ToList() : [versions.GetString()!];
            return [.. there.Select(v => Release.On(v, times.TryGetProperty(v, out var time) ? WebRegistry.Day(time.GetString()) : null))];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new PinSourceException("`npm view` answered with something else than versions and their times", e);
        }
    }
}
