using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PipelineKit.Cli.Init;

/// <summary>Node: <c>package.json</c>; the manager from <c>packageManager</c> (nodejs.org, Corepack), else from the lock file.</summary>
internal sealed partial class NodeDetector : IStackDetector
{
    private static readonly (string File, string Manager)[] Locks = [("pnpm-lock.yaml", "pnpm"), ("yarn.lock", "yarn"), ("package-lock.json", "npm"), ("npm-shrinkwrap.json", "npm")];

    public string Stack => "node";

    public string? Evidence(RepositoryScan scan, string folder) => scan.Has(folder, "package.json") ? "package.json" : null;

    public void Describe(RepositoryScan scan, DetectedProject project)
    {
        var file = RepositoryScan.Join(project.Path, "package.json");
        using var package = Parse(scan.Read(file));
        if (Version().Match(Text(package, "engines", "node") ?? "") is { Success: true } version)
        {
            project.Options.Add(new("versions", new[] { version.Groups[1].Value }));
        }

        var named = Text(package, "packageManager")?.Split('@')[0];
        project.Options.Add(new("manager", named is "npm" or "pnpm" or "yarn" ? named : Locks.FirstOrDefault(l => scan.Has(project.Path, l.File)).Manager ?? "npm"));
        AddThreshold(scan, project, package, file);
    }

    private static void AddThreshold(RepositoryScan scan, DetectedProject project, JsonDocument? package, string file)
    {
        if (package?.RootElement.TryGetProperty("jest", out var jest) == true && jest.ValueKind == JsonValueKind.Object
            && Number(jest, "coverageThreshold", "global", "lines") is { } lines)
        {
            project.Inputs.Add(new DetectedInput("test-coverage", "minimum", lines, file));
            return;
        }

        foreach (var name in scan.Files(project.Path).Where(f => f.StartsWith("vitest.config.", StringComparison.Ordinal) || f.StartsWith("vite.config.", StringComparison.Ordinal)))
        {
            var config = RepositoryScan.Join(project.Path, name);
            if (Thresholds().Match(scan.Read(config) ?? "") is { Success: true } threshold)
            {
                project.Inputs.Add(new DetectedInput("test-coverage", "minimum", threshold.Groups[1].Value, config));
                return;
            }
        }
    }

    private static JsonDocument? Parse(string? text)
    {
        try
        {
            return text is null ? null : JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonDocument? document, params string[] path) => Find(document?.RootElement, path) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static string? Number(JsonElement element, params string[] path) =>
        Find(element, path) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble().ToString(CultureInfo.InvariantCulture) : null;

    private static JsonElement? Find(JsonElement? element, string[] path)
    {
        foreach (var key in path)
        {
            if (element is not { ValueKind: JsonValueKind.Object } parent || !parent.TryGetProperty(key, out var child))
            {
                return null;
            }

            element = child;
        }

        return element;
    }

    [GeneratedRegex("""^[~>=^v\s]*(\d+)""", RegexOptions.None, 1000)]
    private static partial Regex Version();

    [GeneratedRegex("""thresholds\s*:\s*\{[^}]*?\blines\s*:\s*(\d+(?:\.\d+)?)""", RegexOptions.None, 1000)]
    private static partial Regex Thresholds();
}
