using System.Collections.Immutable;

namespace PipelineKit.Licences.Reading.Sbom;

/// <summary>The packages of an SBOM with their dependencies, by the document's own references.</summary>
internal sealed class SbomGraph
{
    private readonly List<(string Name, string Version, string? Purl, ImmutableArray<LicenceStatement> Statements, bool Development)> packages = [];
    private readonly Dictionary<string, int> nodes = new(StringComparer.Ordinal);
    private readonly DependencyGraph graph = new();
    private readonly HashSet<int> needed = [];
    private bool hasRoots;

    public void Add(string reference, string name, string version, string? purl, ImmutableArray<LicenceStatement> statements, bool isDevelopment)
    {
        packages.Add((name, version, purl, statements, isDevelopment));
        nodes.TryAdd(reference, graph.Add(version.Length > 0 ? $"{name}@{version}" : name));
    }

    /// <summary>The document names no package.</summary>
    public bool IsEmpty => packages.Count == 0;

    /// <summary>The reference names a package of the document.</summary>
    public bool Has(string reference) => nodes.ContainsKey(reference);

    /// <summary>A dependency between two packages; unknown references are left out.</summary>
    public void Connect(string from, string to)
    {
        if (nodes.TryGetValue(from, out var source) && nodes.TryGetValue(to, out var target) && source != target)
        {
            graph.Connect(source, target);
            needed.Add(target);
        }
    }

    /// <summary>What the document is about depends on the package.</summary>
    public void AddRoot(string reference)
    {
        if (nodes.TryGetValue(reference, out var node))
        {
            graph.AddRoot(node, packages[node].Development);
            hasRoots = true;
        }
    }

    /// <summary>Adds the packages to the scan.</summary>
    public void AddPackages(string shown, ReadContext context)
    {
        for (var node = 0; !hasRoots && node < packages.Count; node++)
        {
            if (!needed.Contains(node))
            {
                graph.AddRoot(node, packages[node].Development);
            }
        }

        graph.Walk();
        var found = new LicencePackage?[packages.Count];
        for (var node = 0; node < packages.Count; node++)
        {
            context.Add(found[node] = Package(node, shown));
        }

        context.AddDependencies(graph, found);
    }

    private LicencePackage Package(int node, string shown)
    {
        var (name, version, purl, statements, development) = packages[node];
        var type = purl is null ? null : PackageUrl.Read(purl)?.Type;
        return new LicencePackage
        {
            Ecosystem = type switch
            {
                "npm" => Ecosystem.Npm,
                "nuget" => Ecosystem.NuGet,
                "pypi" => Ecosystem.Python,
                _ => Ecosystem.Other,
            },
            Name = name,
            Version = version,
            Purl = purl ?? PackageUrl.Generic(name, version),
            FoundAt = new(shown),
            Declared = statements,
            Direct = graph.IsDirect(node),
            Development = development || graph.IsDevelopment(node),
            Path = graph.Path(node),
        };
    }
}
