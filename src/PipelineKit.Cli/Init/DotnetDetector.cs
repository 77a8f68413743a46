using System.Text.RegularExpressions;

namespace PipelineKit.Cli.Init;

/// <summary>.NET: a solution or a project file.</summary>
internal sealed partial class DotnetDetector : IStackDetector
{
    public string Stack => "dotnet";

    public string? Evidence(RepositoryScan scan, string folder) => Solution(scan, folder) ?? scan.Files(folder).FirstOrDefault(IsProject);

    public void Describe(RepositoryScan scan, DetectedProject project)
    {
        var projects = scan.Below(project.Path, ".csproj", ".fsproj", ".vbproj").Select(p => (Path: p, Text: scan.Read(p) ?? "")).ToList();
        var frameworks = scan.Below(project.Path, "Directory.Build.props").Select(p => scan.Read(p) ?? "").Concat(projects.Select(p => p.Text));
        var version = frameworks.SelectMany(t => Framework().Matches(t)).Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal).OrderBy(v => Version.Parse(v)).LastOrDefault();
        if (version is not null)
        {
            project.Options.Add(new("versions", new[] { version }));
        }

        if ((Solution(scan, project.Path) ?? OnlyProject(scan, project.Path)) is { } solution)
        {
            project.Options.Add(new("solution", solution));
        }

        if (scan.Below(project.Path, "packages.lock.json").Any())
        {
            project.Options.Add(new("locked", true));
        }

        if ((scan.Read(RepositoryScan.Join(project.Path, "global.json")) ?? "").Contains("\"Microsoft.Testing.Platform\"", StringComparison.Ordinal))
        {
            project.Options.Add(new("test-platform", "mtp"));
        }
        else if (projects.Any(p => p.Text.Contains("Microsoft.NET.Test.Sdk", StringComparison.Ordinal)) && !projects.Any(p => p.Text.Contains("coverlet.collector", StringComparison.Ordinal)))
        {
            project.Options.Add(new("collector", "microsoft"));
        }
    }

    private static string? OnlyProject(RepositoryScan scan, string folder) => scan.Files(folder).Where(IsProject).ToList() is [var only] ? only : null;

    private static string? Solution(RepositoryScan scan, string folder) =>
        scan.Files(folder).FirstOrDefault(f => f.EndsWith(".sln", StringComparison.OrdinalIgnoreCase) || f.EndsWith(".slnx", StringComparison.OrdinalIgnoreCase));

    private static bool IsProject(string file) =>
        file.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".fsproj", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".vbproj", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("""<TargetFrameworks?>[^<]*?net(\d+\.\d+)""", RegexOptions.None, 1000)]
    private static partial Regex Framework();
}
