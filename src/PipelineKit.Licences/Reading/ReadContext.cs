namespace PipelineKit.Licences.Reading;

/// <summary>What a reader works with: files to read from, packages and problems to add to.</summary>
internal sealed class ReadContext(ScanFiles files, LicenceScanRequest request, ICollection<LicenceProblem> problems)
{
    /// <summary>Most packages that one scan takes.</summary>
    public const int MaximumPackages = 500_000;

    public ScanFiles Files { get; } = files;

    public LicenceScanRequest Request { get; } = request;

    public ICollection<LicenceProblem> Problems { get; } = problems;

    public List<LicencePackage> Packages { get; } = [];

    /// <summary>The dependencies between packages, as package URLs.</summary>
    public HashSet<(string From, string To)> Dependencies { get; } = [];

    /// <summary>Takes a package, as long as there are not too many.</summary>
    public void Add(LicencePackage package)
    {
        if (Packages.Count < MaximumPackages)
        {
            Packages.Add(package);
        }
    }

    /// <summary>Takes the dependencies of a graph; <paramref name="packages"/> holds a package or null for each node.</summary>
    public void AddDependencies(DependencyGraph graph, IReadOnlyList<LicencePackage?> packages)
    {
        for (var node = 0; node < graph.Count; node++)
        {
            if (packages[node] is not { } from)
            {
                continue;
            }

            foreach (var target in graph.Dependencies(node))
            {
                if (packages[target] is { } to && to.Purl != from.Purl)
                {
                    Dependencies.Add((from.Purl, to.Purl));
                }
            }
        }
    }
}
