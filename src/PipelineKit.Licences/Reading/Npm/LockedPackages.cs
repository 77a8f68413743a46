using System.Collections.Immutable;

namespace PipelineKit.Licences.Reading.Npm;

/// <summary>
/// The packages of a lock file that holds no licences (yarn, pnpm, Bun): a graph by name and version, completed by what is
/// installed, and the holes in it.
/// </summary>
internal sealed class LockedPackages(string path, string cure, ReadContext context)
{
    private readonly List<(string Name, string Version, int Line)> packages = [];
    private readonly string project = Path.GetDirectoryName(path)!;

    public DependencyGraph Graph { get; } = new();

    /// <summary>What entries or the manifest ask for and the lock file does not hold.</summary>
    public LockHoles Holes { get; } = new(context.Files.Display(path), "has no entry in it", cure);

    public int Add(string name, string version, int line)
    {
        packages.Add((name, version, line));
        return Graph.Add($"{name}@{version}");
    }

    /// <summary>Compares the lock file with the <c>package.json</c> beside it.</summary>
    /// <param name="manifest">What stands there; null if there is none.</param>
    /// <param name="isHeld">Tells whether the lock file holds what is wished.</param>
    public void CompareWithManifest(ProjectManifest? manifest, Func<NpmWish, bool> isHeld)
    {
        foreach (var wish in manifest?.Wishes ?? [])
        {
            if (wish.IsRequired && !isHeld(wish))
            {
                Holes.Add(0, FormattableString.Invariant($"package.json:{wish.Line}"), $"{wish.Name}@{wish.Range}");
            }
        }
    }

    /// <summary>Adds the packages to the scan; with <paramref name="reachedOnly"/> those that nothing leads to are left out.</summary>
    public void AddPackages(bool reachedOnly = false)
    {
        Holes.Report(context);
        Graph.Walk();
        var shown = context.Files.Display(path);
        var installed = Installed();
        var found = new LicencePackage?[packages.Count];
        var missing = 0;
        for (var node = 0; node < packages.Count; node++)
        {
            if (reachedOnly && !Graph.IsReached(node))
            {
                continue;
            }

            var (name, version, _) = packages[node];
            var entry = installed.GetValueOrDefault((name, version));
            missing += entry is null ? 1 : 0;
            context.Add(found[node] = Package(node, entry, shown));
        }

        context.AddDependencies(Graph, found);
        if (missing > 0)
        {
            context.Problems.Add(LicenceProblem.NotInstalled(shown, FormattableString.Invariant(
                $"holds no licences, and {missing} of its packages are not in node_modules; install them first")));
        }
    }

    private LicencePackage Package(int node, NpmEntry? entry, string shown)
    {
        var (name, version, line) = packages[node];
        var folder = entry is null ? null : Path.Combine(project, entry.Key);
        ImmutableArray<LicenceStatement> declared = entry?.Licence is { } licence
            ? [new(StatementKind.Field, licence, new(context.Files.Display(Path.Combine(folder!, "package.json"))))]
            : [];
        return new LicencePackage
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
        };
    }

    private Dictionary<(string Name, string Version), NpmEntry> Installed()
    {
        var installed = new Dictionary<(string, string), NpmEntry>();
        foreach (var entry in NodeModules.Walk(project, context))
        {
            installed.TryAdd((entry.Name ?? entry.PlaceName, entry.Version), entry);
        }

        return installed;
    }
}
