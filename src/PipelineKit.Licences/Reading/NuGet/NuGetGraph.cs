namespace PipelineKit.Licences.Reading.NuGet;

/// <summary>The packages of one project over all its target frameworks.</summary>
internal sealed class NuGetGraph
{
    private readonly Dictionary<string, int> nodes = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<NuGetPackage> packages = [];
    private readonly DependencyGraph graph = new();

    /// <summary>The package of a name and version, added if it is new.</summary>
    public NuGetPackage Add(string name, string version)
    {
        var key = $"{name}/{version}";
        if (!nodes.TryGetValue(key, out var node))
        {
            nodes[key] = node = graph.Add($"{name}@{version}");
            packages.Add(new(name, version));
        }

        return packages[node];
    }

    /// <summary>Connects the packages of one framework; a name stands for one version there.</summary>
    public void ConnectFramework(IReadOnlyDictionary<string, string> versions, IEnumerable<(string Name, bool Development)> roots)
    {
        foreach (var (name, version) in versions)
        {
            var node = nodes[$"{name}/{version}"];
            foreach (var dependency in packages[node].Dependencies)
            {
                if (Find(dependency, versions) is { } target)
                {
                    graph.Connect(node, target);
                }
            }
        }

        foreach (var (name, development) in roots)
        {
            if (Find(name, versions) is { } node)
            {
                graph.AddRoot(node, development);
            }
        }
    }

    /// <summary>
    /// Adds the packages to the scan. A package is found in the file <paramref name="shown"/>, on the line of
    /// <paramref name="names"/> that names it or else the direct dependency that leads to it.
    /// </summary>
    public void AddPackages(string shown, QuotedNames names, IReadOnlyList<string> folders, ReadContext context)
    {
        graph.Walk();
        var missing = 0;
        var found = new LicencePackage?[packages.Count];
        for (var node = 0; node < packages.Count; node++)
        {
            if (packages[node].IsProject)
            {
                continue;
            }

            var package = Package(packages[node], node, new(shown, Line(node, names)), folders, context);
            missing += package.Folder is null ? 1 : 0;
            context.Add(found[node] = package);
        }

        context.AddDependencies(graph, found);

        if (missing > 0)
        {
            context.Problems.Add(LicenceProblem.NotInstalled(shown, FormattableString.Invariant(
                $"names {missing} packages that are in no packages folder that may be read; run \"dotnet restore\" first")));
        }
    }

    private LicencePackage Package(NuGetPackage package, int node, SourceLocation place, IReadOnlyList<string> folders, ReadContext context)
    {
        var id = package.Name.ToLowerInvariant();
        var folder = folders.Select(parent => Path.Combine(parent, id, package.Version.ToLowerInvariant())).FirstOrDefault(context.Files.FolderExists);
        var (statements, development) = folder is null ? ([], false) : Nuspec.Read(NuspecOf(folder, id, context), context);
        return new LicencePackage
        {
            Ecosystem = Ecosystem.NuGet,
            Name = package.Name,
            Version = package.Version,
            Purl = PackageUrl.NuGet(package.Name, package.Version),
            FoundAt = place,
            Declared = statements,
            Direct = graph.IsDirect(node),
            Development = development || graph.IsDevelopment(node),
            Path = graph.Path(node),
            Folder = folder,
        };
    }

    // Its name is in lower case as a rule; packages of tools keep their own spelling.
    private static string NuspecOf(string folder, string id, ReadContext context)
    {
        var usual = Path.Combine(folder, id + ".nuspec");
        return File.Exists(usual)
            ? usual
            : context.Files.Files(folder).FirstOrDefault(f => Path.GetFileName(f).Equals(id + ".nuspec", StringComparison.OrdinalIgnoreCase)) ?? usual;
    }

    private int Line(int node, QuotedNames names)
    {
        var own = names.Line(packages[node].Name);
        return own == 0 && graph.Path(node) is [var first, ..] && first.LastIndexOf('@') is var at and > 0 ? names.Line(first[..at]) : own;
    }

    // Projects are walked through, but they are not what one asks a licence of.
    private int? Find(string name, IReadOnlyDictionary<string, string> versions) =>
        versions.TryGetValue(name, out var version) && nodes.TryGetValue($"{name}/{version}", out var node) ? node : null;
}
