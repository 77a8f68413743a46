using System.Collections.Immutable;

namespace PipelineKit.Licences.Reading.Npm;

/// <summary>A tree of npm packages by their places: resolves dependencies as Node does and gives the packages.</summary>
internal sealed class NpmTree
{
    private const string Modules = "node_modules/";
    private readonly List<NpmEntry> entries;
    private readonly LockHoles? holes;
    private readonly DependencyGraph graph = new();
    private readonly Dictionary<string, int> places;

    /// <param name="entries">The packages and folders of the project.</param>
    /// <param name="holes">Gets what they ask for and what is not there; null if nobody wants to know.</param>
    public NpmTree(List<NpmEntry> entries, LockHoles? holes)
    {
        (this.entries, this.holes) = (entries, holes);
        places = new(entries.Count, StringComparer.Ordinal);
        Build();
    }

    /// <summary>The project finds something under a name.</summary>
    public bool Holds(string name) => places.ContainsKey(Modules + name);

    /// <summary>Adds the packages; <paramref name="shown"/> is the lock file, <paramref name="folder"/> the folder it stands in.</summary>
    public void AddPackages(string shown, string folder, ReadContext context, bool trustFlags)
    {
        var packages = new LicencePackage?[entries.Count];
        for (var node = 0; node < entries.Count; node++)
        {
            var entry = entries[node];
            if (!entry.IsProject && !entry.Link)
            {
                context.Add(packages[node] = Package(entry, node, shown, folder, context, trustFlags));
            }
        }

        context.AddDependencies(graph, packages);
    }

    private void Build()
    {
        foreach (var entry in entries)
        {
            var node = graph.Add(Label(entry));
            places.TryAdd(entry.Key, node);
        }

        for (var node = 0; node < entries.Count; node++)
        {
            var entry = entries[node];
            Connect(entry, node, entry.Dependencies, false, isRequired: !entry.Optional);
            Connect(entry, node, entry.Extras, false, isRequired: false);
            if (entry.IsProject)
            {
                Connect(entry, node, entry.DevelopmentDependencies, true, isRequired: true);
            }
        }

        graph.Walk();
    }

    private void Connect(NpmEntry entry, int node, List<string> names, bool isDevelopment, bool isRequired)
    {
        foreach (var name in names)
        {
            var place = Place(entry.Key, name);
            if (place is null && isRequired && !entry.Key.StartsWith("..", StringComparison.Ordinal) && !entry.Extras.Contains(name))
            {
                holes?.Add(entry.Line, entry.Key.Length == 0 ? "the project" : Label(entry), name);
            }

            if (place is not { } found || (entries[found].Link ? Linked(entries[found]) : found) is not { } target || entries[target].IsProject)
            {
                continue;
            }

            if (entry.IsProject)
            {
                graph.AddRoot(target, isDevelopment);
            }
            else
            {
                graph.Connect(node, target);
            }
        }
    }

    // Node looks in node_modules of the package's folder, then of each folder above it.
    private int? Place(string from, string name)
    {
        for (var folder = from; ; folder = Above(folder))
        {
            var place = folder.Length == 0 ? Modules + name : $"{folder}/{Modules}{name}";
            if (places.TryGetValue(place, out var found))
            {
                return found;
            }

            if (folder.Length == 0)
            {
                return null;
            }
        }
    }

    private int? Linked(NpmEntry link) =>
        link.Resolved is { } target && places.TryGetValue(target, out var place) && !entries[place].Link ? place : null;

    private static string Above(string folder)
    {
        var nested = folder.LastIndexOf("/" + Modules, StringComparison.Ordinal);
        var top = folder.StartsWith(Modules, StringComparison.Ordinal);
        if (nested >= 0)
        {
            return folder[..nested];
        }

        var slash = top ? -1 : folder.LastIndexOf('/');
        return slash < 0 ? "" : folder[..slash];
    }

    private static string Label(NpmEntry entry) => $"{entry.Name ?? entry.PlaceName}@{entry.Version}";

    private LicencePackage Package(NpmEntry entry, int node, string shown, string folder, ReadContext context, bool trustFlags)
    {
        var name = entry.Name ?? entry.PlaceName;
        var place = new SourceLocation(shown, entry.Line);
        var installed = System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, entry.Key));
        var declared = entry.Licence is { } licence
            ? [new LicenceStatement(StatementKind.Field, licence, place)]
            : NpmManifest.Statements(installed, context);
        return new LicencePackage
        {
            Ecosystem = Ecosystem.Npm,
            Name = name,
            Version = entry.Version,
            Purl = PackageUrl.Npm(name, entry.Version),
            FoundAt = place,
            Declared = declared,
            Direct = graph.IsDirect(node),
            Development = trustFlags ? entry.Development : graph.IsDevelopment(node),
            Path = graph.Path(node),
            Folder = installed,
        };
    }
}
