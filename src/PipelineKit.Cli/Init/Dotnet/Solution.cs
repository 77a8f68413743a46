using System.Text.RegularExpressions;

namespace PipelineKit.Cli.Init.Dotnet;

/// <summary>A solution and the projects that it names.</summary>
/// <param name="File">Path relative to the root.</param>
/// <param name="Projects">Projects, relative to the root.</param>
internal sealed partial record Solution(string File, IReadOnlyList<string> Projects)
{
    public static Solution Read(RepositoryScan scan, string file)
    {
        var folder = file.Contains('/', StringComparison.Ordinal) ? file[..file.LastIndexOf('/')] : ".";
        var projects = ProjectPath().Matches(scan.Read(file) ?? "").Select(m => RepositoryScan.Join(folder, m.Groups[1].Value.Replace('\\', '/')));
        return new Solution(file, [.. projects.Distinct(StringComparer.Ordinal)]);
    }

    // In both forms a path stands between quotation marks.
    [GeneratedRegex("\"([^\"]+\\.(?:cs|fs|vb)proj)\"", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex ProjectPath();
}
