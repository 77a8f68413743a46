using System.Text.Json;

namespace PipelineKit.Execution.Tests.Reports;

/// <summary>Reads the findings of the reports that have places: SARIF, and the formats of bandit and of dotnet format.</summary>
internal static class FindingReader
{
    /// <summary>True when the findings of a file of this name can be read.</summary>
    public static bool Knows(string file) => file.EndsWith(".sarif", StringComparison.Ordinal) || Path.GetFileName(file) is "bandit.json" or "format-report.json";

    /// <summary>All findings, sorted.</summary>
    /// <param name="file">The report.</param>
    /// <param name="root">Folder that absolute names lie in.</param>
    public static IReadOnlyList<Finding> Read(string file, string root)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        var findings = Path.GetFileName(file) switch
        {
            "bandit.json" => Bandit(document.RootElement),
            "format-report.json" => DotnetFormat(document.RootElement),
            _ => Sarif(document.RootElement),
        };
        return [.. findings.Select(f => f with { File = Relative(f.File, root) }).OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Rule, StringComparer.Ordinal)];
    }

    private static IEnumerable<Finding> Sarif(JsonElement root) =>
        from run in root.GetProperty("runs").EnumerateArray()
        from result in run.GetProperty("results").EnumerateArray()
        let place = Place(result)
        select new Finding(Text(result, "ruleId"), place.File, place.Line, Text(result.GetProperty("message"), "text"));

    private static (string File, int Line) Place(JsonElement result)
    {
        if (!result.TryGetProperty("locations", out var locations) || locations.GetArrayLength() == 0 || !locations[0].TryGetProperty("physicalLocation", out var physical))
        {
            return ("", 0);
        }

        return (Text(physical.GetProperty("artifactLocation"), "uri"), physical.TryGetProperty("region", out var region) ? region.GetProperty("startLine").GetInt32() : 0);
    }

    private static IEnumerable<Finding> Bandit(JsonElement root) =>
        root.GetProperty("results").EnumerateArray().Select(r => new Finding(Text(r, "test_id"), Text(r, "filename"), r.GetProperty("line_number").GetInt32(), Text(r, "issue_text")));

    private static IEnumerable<Finding> DotnetFormat(JsonElement root) =>
        from file in root.EnumerateArray()
        from change in file.GetProperty("FileChanges").EnumerateArray()
        select new Finding(Text(change, "DiagnosticId"), Text(file, "FilePath"), change.GetProperty("LineNumber").GetInt32(), Text(change, "FormatDescription"));

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static string Relative(string file, string root)
    {
        var path = file.StartsWith("file://", StringComparison.Ordinal) ? new Uri(file).LocalPath : file;
        if (Path.IsPathRooted(path))
        {
            // The folder of a run of gitlab-ci-local is gone, so only its name is looked for.
            var builds = path.IndexOf("/builds/", StringComparison.Ordinal);
            path = builds >= 0 ? path[(path.IndexOf('/', builds + "/builds/".Length) + 1)..] : Path.GetRelativePath(root, path);
        }

        return path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
    }
}
