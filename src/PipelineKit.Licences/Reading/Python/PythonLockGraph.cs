namespace PipelineKit.Licences.Reading.Python;

/// <summary>The distributions of a Python lock file with their dependencies, completed by what is installed, and the holes in it.</summary>
internal sealed class PythonLockGraph
{
    private readonly List<LockedDistribution> distributions;
    private readonly DependencyGraph graph = new();
    private readonly Dictionary<string, List<int>> nodes = new(StringComparer.Ordinal);
    private readonly LockHoles holes;
    private readonly string path;
    private readonly string cure;
    private readonly ReadContext context;

    /// <param name="distributions">What the file names.</param>
    /// <param name="manifest">What the project asks for.</param>
    /// <param name="path">The lock file.</param>
    /// <param name="cures">The command that writes the lock file, and the one that installs what it names.</param>
    /// <param name="context">Gets the packages.</param>
    public PythonLockGraph(
        List<LockedDistribution> distributions, PythonManifest manifest, string path, (string Lock, string Install) cures, ReadContext context)
    {
        (this.distributions, this.path, cure, this.context) = (distributions, path, cures.Install, context);
        holes = new(context.Files.Display(path), "has no entry in it", $"run \"{cures.Lock}\" again");
        for (var node = 0; node < distributions.Count; node++)
        {
            var name = PackageUrl.PythonName(distributions[node].Name);
            graph.Add($"{distributions[node].Name}@{distributions[node].Version}");
            (nodes.TryGetValue(name, out var same) ? same : nodes[name] = []).Add(node);
        }

        Connect(manifest);
    }

    /// <summary>Adds the packages to the scan.</summary>
    public void AddPackages()
    {
        holes.Report(context);
        graph.Walk();
        var installed = Installed(Path.GetDirectoryName(path)!);
        var shown = context.Files.Display(path);
        var found = new LicencePackage?[distributions.Count];
        var missing = 0;
        for (var node = 0; node < distributions.Count; node++)
        {
            if (distributions[node].IsProject)
            {
                continue;
            }

            var distribution = installed.GetValueOrDefault((PackageUrl.PythonName(distributions[node].Name), distributions[node].Version));
            missing += distribution is null ? 1 : 0;
            context.Add(found[node] = Package(distributions[node], node, distribution, shown));
        }

        context.AddDependencies(graph, found);
        if (missing > 0)
        {
            context.Problems.Add(LicenceProblem.NotInstalled(shown, FormattableString.Invariant(
                $"holds no licences, and {missing} of its packages are not installed in .venv; run \"{cure}\" first (packages for other platforms stay unknown)")));
        }
    }

    private void Connect(PythonManifest manifest)
    {
        for (var node = 0; node < distributions.Count; node++)
        {
            Connect(node, distributions[node].Dependencies, false);
            if (distributions[node].IsProject)
            {
                Connect(node, distributions[node].DevelopmentDependencies, true);
            }
        }

        foreach (var (wish, isDevelopment) in manifest.Wishes)
        {
            foreach (var target in Find(wish, 0, manifest.File).Where(target => !distributions[target].IsProject))
            {
                graph.AddRoot(target, isDevelopment);
            }
        }
    }

    private void Connect(int from, IReadOnlyList<PythonWish> wishes, bool isDevelopment)
    {
        foreach (var wish in wishes)
        {
            foreach (var target in Find(wish, distributions[from].Line, distributions[from].Name).Where(target => !distributions[target].IsProject))
            {
                if (distributions[from].IsProject)
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

    private List<int> Find(PythonWish wish, int line, string asking)
    {
        var found = nodes.GetValueOrDefault(wish.Name)?.FindAll(node => wish.Version is null || distributions[node].Version == wish.Version) ?? [];
        if (found.Count == 0 && wish.IsRequired)
        {
            holes.Add(line, asking, wish.Version is null ? wish.Name : $"{wish.Name}@{wish.Version}");
        }

        return found;
    }

    private Dictionary<(string, string), InstalledDistribution> Installed(string project)
    {
        var installed = new Dictionary<(string, string), InstalledDistribution>();
        var sites = PythonSite.OfProject(project, context).Concat(context.Request.PackageFolders.Where(folder => PythonSite.Is(folder, context)));
        foreach (var distribution in sites.SelectMany(site => PythonSite.Read(site, context)))
        {
            installed.TryAdd((PackageUrl.PythonName(distribution.Metadata.Name), distribution.Metadata.Version), distribution);
        }

        return installed;
    }

    private LicencePackage Package(LockedDistribution named, int node, InstalledDistribution? distribution, string shown) => new()
    {
        Ecosystem = Ecosystem.Python,
        Name = named.Name,
        Version = named.Version,
        Purl = PackageUrl.Python(named.Name, named.Version),
        FoundAt = new(shown, named.Line),
        Declared = distribution?.Metadata.Statements ?? [],
        Direct = graph.IsDirect(node),
        Development = named.Development ?? graph.IsDevelopment(node),
        Path = graph.Path(node),
        Folder = distribution?.Folder,
    };
}
