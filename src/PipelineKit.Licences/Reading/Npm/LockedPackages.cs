using System.Collections.Immutable;

namespace PipelineKit.Licences.Reading.Npm;

/// <summary>
/// The packages of a lock file that holds no licences (yarn, pnpm): a graph by name and version, completed by what is
/// installed.
/// </summary>
internal sealed class LockedPackages
{
    private readonly List<(string Name, string Version, int Line)> packages = [];

    public DependencyGraph Graph { get; } = new();

    public int Add(string name, string version, int line)
    {
        packages.Add((name, version, line));
        return Graph.Add($"{name}@{version}");
    }

    /// <summary>Adds the packages to the scan.</summary>
    public void AddPackages(string path, ReadContext context)
    {
        Graph.Walk();
        var shown = context.Files.Display(path);
        var project = Path.GetDirectoryName(path)!;
        var installed = Installed(project, context);
        var found = new LicencePackage?[packages.Count];
        var missing = 0;
        for (var node = 0; node < packages.Count; node++)
        {
            var (name, version, line) = packages[node];
            var entry = installed.GetValueOrDefault((name, version));
            missing += entry is null ? 1 : 0;
            var folder = entry is null ? null : Path.Combine(project, entry.Key);
            ImmutableArray<LicenceStatement> declared = entry?.Licence is { } licence
                ? [new(StatementKind.Field, licence, new(context.Files.Display(Path.Combine(folder!, "package.json"))))]
                : [];
            context.Add(found[node] = new LicencePackage
            {
                Ecosystem = Ecosystem.Npm,
                Name = name,
                Version = version,
                Purl = PackageUrl.Npm(name, version),
                FoundAt = new(shown, line),
                Declared = declared,
                Direct = Graph.IsDirect(node),
                Development = Graph.IsDevelopment(node),
                Path = Graph.Path(node),
                Folder = folder,
            });
        }

        context.AddDependencies(Graph, found);
        if (missing > 0)
        {
            context.Problems.Add(LicenceProblem.NotInstalled(shown, FormattableString.Invariant(
                $"holds no licences, and {missing} of its packages are not in node_modules; install them first")));
        }
    }

    private static Dictionary<(string Name, string Version), NpmEntry> Installed(string project, ReadContext context)
    {
        var installed = new Dictionary<(string, string), NpmEntry>();
        foreach (var entry in NodeModules.Walk(project, context))
        {
            installed.TryAdd((entry.Name ?? entry.PlaceName, entry.Version), entry);
        }

        return installed;
    }
}
