namespace PipelineKit.Licences.Reading.Python;

/// <summary>Reads what is installed in a <c>site-packages</c> folder.</summary>
internal sealed class SiteReader : IPackageReader
{
    /// <inheritdoc/>
    public bool Accepts(string fileName) => false;

    /// <inheritdoc/>
    public void Read(string path, ReadContext context)
    {
        var installed = PythonSite.Read(path, context);
        var graph = new DependencyGraph();
        var nodes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var distribution in installed)
        {
            nodes[PackageUrl.PythonName(distribution.Metadata.Name)] = graph.Add($"{distribution.Metadata.Name}@{distribution.Metadata.Version}");
        }

        var needed = Connect(installed, graph, nodes);
        for (var node = 0; node < installed.Count; node++)
        {
            if (installed[node].Requested || !needed.Contains(node))
            {
                graph.AddRoot(node, isDevelopment: false);
            }
        }

        graph.Walk();
        var packages = new LicencePackage?[installed.Count];
        for (var node = 0; node < installed.Count; node++)
        {
            context.Add(packages[node] = Package(installed[node], graph, node, context));
        }

        context.AddDependencies(graph, packages);
    }

    private static HashSet<int> Connect(List<InstalledDistribution> installed, DependencyGraph graph, Dictionary<string, int> nodes)
    {
        var needed = new HashSet<int>();
        for (var node = 0; node < installed.Count; node++)
        {
            foreach (var name in installed[node].Metadata.Requires)
            {
                if (nodes.TryGetValue(name, out var target) && target != node)
                {
                    graph.Connect(node, target);
                    needed.Add(target);
                }
            }
        }

        return needed;
    }

    private static LicencePackage Package(InstalledDistribution distribution, DependencyGraph graph, int node, ReadContext context) => new()
    {
        Ecosystem = Ecosystem.Python,
        Name = distribution.Metadata.Name,
        Version = distribution.Metadata.Version,
        Purl = PackageUrl.Python(distribution.Metadata.Name, distribution.Metadata.Version),
        FoundAt = new(context.Files.Display(distribution.Path)),
        Declared = distribution.Metadata.Statements,
        Direct = graph.IsDirect(node),
        Path = graph.Path(node),
        Folder = distribution.Folder,
    };
}
