namespace PipelineKit.Cli.Init.Dotnet;

/// <summary>The projects of a .NET folder with what the files of properties above each of them add.</summary>
internal sealed class DotnetBuild
{
    private static readonly string[] Shared = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"];
    private static readonly string[] TestPackages = ["Microsoft.NET.Test.Sdk", "xunit.v3", "TUnit", "MSTest"];

    private readonly Dictionary<string, List<MsBuildFile>> _above = new(StringComparer.Ordinal);

    public IReadOnlyList<MsBuildFile> Projects { get; private init; } = [];

    /// <summary>Path of the first project, or null.</summary>
    public string? FirstPath => Projects.Count > 0 ? Projects[0].Path : null;

    /// <summary>There is C#, which the analysers read.</summary>
    public bool HasCSharp => Projects.Count == 0 || Projects.Any(p => p.Path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase));

    /// <summary>Test projects.</summary>
    public IReadOnlyList<MsBuildFile> Tests => [.. Projects.Where(p => p.Sdk.StartsWith("MSTest.Sdk", StringComparison.Ordinal) || p.Is("IsTestProject") || TestPackages.Any(t => References(p, t)))];

    /// <summary>A project that only Windows builds, or null.</summary>
    public string? WindowsOnly => Projects.FirstOrDefault(p =>
        Frameworks(p).Any(f => f.Contains("-windows", StringComparison.Ordinal)) || p.Is("UseWPF") || p.Is("UseWindowsForms") || (p.Sdk.Length == 0 && p.Frameworks.Any(f => f.StartsWith("v4.", StringComparison.Ordinal))))?.Path;

    /// <summary>Reads the project files below a folder.</summary>
    public static DotnetBuild Read(RepositoryScan scan, string folder)
    {
        var build = new DotnetBuild
        {
            Projects = [.. scan.Below(folder, ".csproj", ".fsproj", ".vbproj").Select(p => new MsBuildFile(p, scan.Read(p) ?? ""))],
        };
        foreach (var path in Shared.SelectMany(name => scan.Below(".", name)))
        {
            var at = path.Contains('/', StringComparison.Ordinal) ? path[..path.LastIndexOf('/')] : ".";
            if (!build._above.TryGetValue(at, out var files))
            {
                build._above.Add(at, files = []);
            }

            files.Add(new MsBuildFile(path, scan.Read(path) ?? ""));
        }

        return build;
    }

    /// <summary>True when the project, or a file of properties above it, references the package.</summary>
    public bool References(MsBuildFile project, string package) => project.Packages.Contains(package) || Above(project).Any(f => f.Packages.Contains(package));

    /// <summary>True when the project, or a file of properties above it, sets the property to true.</summary>
    public bool Is(MsBuildFile project, string property) => project.Is(property) || Above(project).Any(f => f.Is(property));

    /// <summary>Target frameworks of a project, from a file above it where it names none.</summary>
    public IReadOnlyList<string> Frameworks(MsBuildFile project) =>
        project.Frameworks.Any() ? [.. project.Frameworks] : [.. Above(project).SelectMany(f => f.Frameworks).Distinct(StringComparer.Ordinal)];

    // MSBuild imports the nearest file of each name only; files that go on to the next one above are common, so all of them count.
    private IEnumerable<MsBuildFile> Above(MsBuildFile project)
    {
        var folder = project.Path;
        while (folder != ".")
        {
            folder = folder.Contains('/', StringComparison.Ordinal) ? folder[..folder.LastIndexOf('/')] : ".";
            foreach (var file in _above.GetValueOrDefault(folder) ?? [])
            {
                yield return file;
            }
        }
    }
}
