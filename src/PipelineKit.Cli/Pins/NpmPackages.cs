using System.Text.Json;
using PipelineKit.Core.Model;

namespace PipelineKit.Cli.Pins;

/// <summary>Versions of a package of npm, by its own client, which knows the registry and its credentials.</summary>
internal sealed class NpmPackages(string folder) : IPinSource
{
    public async Task<IReadOnlyList<Release>> AskAsync(Pin pin, string package, CancellationToken cancellation)
    {
        var output = await ProgramRun.OutputAsync(folder, OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["view", package, "time", "--json"], cancellation).ConfigureAwait(false);
        try
        {
            using var document = JsonDocument.Parse(output);
            return [.. document.RootElement.EnumerateObject().Where(v => v.Name is not ("created" or "modified")).Select(v => Release.On(v.Name, WebRegistry.Day(v.Value.GetString())))];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new PinSourceException("`npm view` answered with something else than times of versions", e);
        }
    }
}
