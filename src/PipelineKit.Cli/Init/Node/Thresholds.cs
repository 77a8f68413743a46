using System.Text.RegularExpressions;
using PipelineKit.Cli.Init.Facts;

namespace PipelineKit.Cli.Init.Node;

/// <summary>Line coverage that the owner's own settings ask for.</summary>
internal static partial class Thresholds
{
    public static IEnumerable<(string Text, Place Place)> Of(PackageManifest manifest)
    {
        if (manifest.Root.At("jest", "coverageThreshold", "global", "lines") is { Text: { } jest })
        {
            yield return (jest, manifest.At("jest", "coverageThreshold", "global", "lines"));
        }

        foreach (var tool in new[] { "c8", "nyc" })
        {
            if (manifest.Root.At(tool, "check-coverage")?.Text == "true" && manifest.Root.At(tool, "lines")?.Text is { } lines)
            {
                yield return (lines, manifest.At(tool, "lines"));
            }
        }

        foreach (var file in new[] { ".c8rc.json", ".c8rc", ".nycrc", ".nycrc.json" })
        {
            var settings = DataText.Json(manifest.Read(file));
            if (settings["check-coverage"]?.Text == "true" && settings["lines"]?.Text is { } lines)
            {
                yield return (lines, manifest.File(file));
            }
        }

        if (manifest.FileThatBegins("vitest.config.", "vite.config.") is { } vitest && InVitest().Match(manifest.Read(vitest) ?? "") is { Success: true } found)
        {
            yield return (found.Groups[1].Value, manifest.File(vitest));
        }

        if (manifest.FileThatBegins("jest.config.") is { } config && InJest().Match(manifest.Read(config) ?? "") is { Success: true } own)
        {
            yield return (own.Groups[1].Value, manifest.File(config));
        }
    }

    [GeneratedRegex("""thresholds\s*:\s*\{[^}]*?\blines\s*:\s*(\d+(?:\.\d+)?)""", RegexOptions.None, 1000)]
    private static partial Regex InVitest();

    [GeneratedRegex("""coverageThreshold\s*["']?\s*:\s*\{\s*["']?global["']?\s*:\s*\{[^}]*?\blines["']?\s*:\s*(\d+(?:\.\d+)?)""", RegexOptions.None, 1000)]
    private static partial Regex InJest();
}
