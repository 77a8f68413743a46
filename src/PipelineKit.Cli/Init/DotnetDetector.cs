using System.Xml;

namespace PipelineKit.Cli.Init;

/// <summary>.NET: a solution or a project file.</summary>
internal sealed class DotnetDetector : IStackDetector
{
    public string Stack => "dotnet";

    public string? Evidence(RepositoryScan scan, string folder) => Solution(scan, folder) ?? scan.Files(folder).FirstOrDefault(IsProject);

    public void Describe(RepositoryScan scan, DetectedProject project)
    {
        var projects = scan.Below(project.Path, ".csproj", ".fsproj", ".vbproj").Select(p => (Path: p, Text: scan.Read(p) ?? "")).ToList();
        var frameworks = scan.Below(project.Path, "Directory.Build.props").Select(p => scan.Read(p) ?? "").Concat(projects.Select(p => p.Text));
        var version = frameworks.SelectMany(Frameworks).Max();
        if (version is not null)
        {
            project.Options.Add(new("versions", new[] { version.ToString(2) }));
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

    // One SDK builds for its own version and all before it, so of several the newest counts. net48 and netstandard2.0 name none.
    private static List<Version> Frameworks(string project)
    {
        var found = new List<Version>();
        using var reader = XmlReader.Create(new StringReader(project), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        try
        {
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "TargetFramework" or "TargetFrameworks")
                {
                    found.AddRange(reader.ReadElementContentAsString().Split(';').Select(Runtime).OfType<Version>());
                }
            }
        }
        catch (XmlException)
        {
            // Somebody's broken project tells what it told until there; other tools complain about it.
        }

        return found;
    }

    // net10.0, net10.0-windows.
    private static Version? Runtime(string moniker)
    {
        var name = moniker.Trim().Split('-')[0];
        return name.StartsWith("net", StringComparison.Ordinal) && Version.TryParse(name.AsSpan(3), out var version) && version.Major >= 5 ? version : null;
    }
}
