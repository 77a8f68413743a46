using System.Text.Json;

namespace PipelineKit.Cli.Running;

/// <summary>
/// Whether the tools of a manifest have been restored. The .NET SDK keeps a file per tool in <c>.dotnet/toolResolverCache/1</c> with the
/// program of each version; only where one is missing is there something to restore.
/// </summary>
internal static class LocalTools
{
    public const string ManifestPath = ".config/dotnet-tools.json";

    /// <param name="manifest">Text of the manifest.</param>
    /// <param name="home">Folder that holds <c>.dotnet</c>: DOTNET_CLI_HOME, else the user's.</param>
    public static bool AreRestored(string manifest, string home)
    {
        try
        {
            using var document = JsonDocument.Parse(manifest);
            return document.RootElement.GetProperty("tools").EnumerateObject()
                .All(t => IsRestored(Path.Combine(home, ".dotnet", "toolResolverCache", "1", t.Name), t.Value.GetProperty("version").GetString()));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // Not as we know it: `dotnet tool restore` will say what is wrong, if anything is.
            return false;
        }
    }

    private static bool IsRestored(string file, string? version)
    {
        if (!File.Exists(file))
        {
            return false;
        }

        using var document = JsonDocument.Parse(File.ReadAllText(file));
        return document.RootElement.EnumerateArray()
            .Any(e => e.GetProperty("Version").GetString() == version && File.Exists(e.GetProperty("PathToExecutable").GetString()));
    }
}
