namespace PipelineKit.Licences.Reading.Python;

/// <summary>The packages of <c>uv.lock</c> with their dependencies, completed by what is installed.</summary>
internal sealed class UvGraph(List<UvPackage> packages)
{
    private readonly DependencyGraph graph = new();
    private readonly Dictionary<string, List<int>> nodes = new(StringComparer.Ordinal);

    /// <summary>Adds the packages to the scan.</summary>
    public void AddPackages(string path, ReadContext context)
    {
        Build();
        var installed = Installed(Path.GetDirectoryName(path)!, context);
        var shown = context.Files.Display(path);
        var found = new LicencePackage?[packages.Count];
        var missing = 0;
        for (var node = 0; node < packages.Count; node++)
        {
            if (packages[node].IsProject)
            {
                continue;
            }

            var distribution = installed.GetValueOrDefault((PackageUrl.PythonName(packages[node].Name), packages[node].Version));
            missing += distribution is null ? 1 : 0;
            context.Add(found[node] = Package(packages[node], node, distribution, shown));
        }

        context.AddDependencies(graph, found);
        if (missing > 0)
        {
            context.Problems.Add(LicenceProblem.NotInstalled(shown, FormattableString.Invariant(
                $"holds no licences, and {missing} of its packages are not installed in .venv; run \"uv sync\" first (packages for other platforms stay unknown)")));
        }
    }

    private void Build()
    {
        for (var node = 0; node < packages.Count; node++)
        {
            graph.Add($"{packages[node].Name}@{packages[node].Version}");
            (nodes.TryGetValue(packages[node].Name, out var same) ? same : nodes[packages[node].Name] = []).Add(node);
        }

        for (var node = 0; node < packages.Count; node++)
        {
            Connect(node, packages[node].Dependencies, false);
            if (packages[node].IsProject)
            {
                Connect(node, packages[node].DevelopmentDependencies, true);
            }
        }

        graph.Walk();
    }

    private void Connect(int from, IEnumerable<(string Name, string? Version)> wishes, bool isDevelopment)
    {
        foreach (var (name, version) in wishes)
        {
            foreach (var target in nodes.GetValueOrDefault(name) ?? [])
            {
                if ((version is not null && packages[target].Version != version) || packages[target].IsProject)
                {
                    continue;
                }

                if (packages[from].IsProject)
                {
                    graph.AddRoot(target, isDevelopment);
                }
                else
                {
                    graph.Connect(from, target);
                }
            }
        }
    }

    private static Dictionary<(string, string), InstalledDistribution> Installed(string project, ReadContext context)
    {
        var installed = new Dictionary<(string, string), InstalledDistribution>();
        var sites = PythonSite.OfProject(project, context).Concat(context.Request.PackageFolders.Where(folder => PythonSite.Is(folder, context)));
        foreach (var distribution in sites.SelectMany(site => PythonSite.Read(site, context)))
        {
            installed.TryAdd((PackageUrl.PythonName(distribution.Metadata.Name), distribution.Metadata.Version), distribution);
        }

        return installed;
    }

    private LicencePackage Package(UvPackage package, int node, InstalledDistribution? distribution, string shown) => new()
    {
        Ecosystem = Ecosystem.Python,
        Name = package.Name,
        Version = package.Version,
        Purl = PackageUrl.Python(package.Name, package.Version),
        FoundAt = new(shown, package.Line),
        Declared = distribution?.Metadata.Statements ?? [],
        Direct = graph.IsDirect(node),
        Development = graph.IsDevelopment(node),
        Path = graph.Path(node),
        Folder = distribution?.Folder,
    };
}
