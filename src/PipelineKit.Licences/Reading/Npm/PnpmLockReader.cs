using PipelineKit.Licences.Reading.Text;

namespace PipelineKit.Licences.Reading.Npm;

/// <summary>Reads <c>pnpm-lock.yaml</c>, lock file versions 6 and 9 (https://github.com/pnpm/spec/tree/master/lockfile).</summary>
internal sealed class PnpmLockReader : IPackageReader
{
    private static readonly string[] Kinds = ["dependencies", "optionalDependencies", "devDependencies"];

    /// <inheritdoc/>
    public bool Accepts(string fileName) => fileName == "pnpm-lock.yaml";

    /// <inheritdoc/>
    public void Read(string path, ReadContext context)
    {
        if (context.Files.ReadText(path, ScanFiles.MaximumInput) is not { } text)
        {
            return;
        }

        var root = IndentedText.Read(text);
        var version = root.Child("lockfileVersion")?.Value ?? "";
        if (!version.StartsWith('6') && !version.StartsWith('9'))
        {
            context.Problems.Add(LicenceProblem.Unsupported(
                context.Files.Display(path), $"has lock file version \"{version}\"; 6 and 9 are read, pnpm 8 and newer write them"));
            return;
        }

        var packages = new LockedPackages();
        var nodes = new Dictionary<string, int>(StringComparer.Ordinal);
        var entries = root.ChildrenOf(version.StartsWith('9') ? "snapshots" : "packages");
        foreach (var entry in entries)
        {
            var key = entry.Key.TrimStart('/');
            var (name, number) = NameAndVersion(key);
            nodes.TryAdd(key, packages.Add(name, number, entry.Line));
        }

        foreach (var entry in entries)
        {
            foreach (var dependency in entry.ChildrenOf("dependencies").Concat(entry.ChildrenOf("optionalDependencies")))
            {
                if (Find(nodes, dependency.Key, dependency.Value) is { } target)
                {
                    packages.Graph.Connect(nodes[entry.Key.TrimStart('/')], target);
                }
            }
        }

        var importers = root.ChildrenOf("importers");
        foreach (var importer in importers.Count > 0 ? importers : [root])
        {
            AddRoots(importer, nodes, packages.Graph);
        }

        packages.AddPackages(path, context);
    }

    private static void AddRoots(TextNode importer, Dictionary<string, int> nodes, DependencyGraph graph)
    {
        foreach (var kind in Kinds)
        {
            foreach (var dependency in importer.ChildrenOf(kind))
            {
                if (Find(nodes, dependency.Key, dependency.Child("version")?.Value ?? dependency.Value) is { } node)
                {
                    graph.AddRoot(node, kind == "devDependencies");
                }
            }
        }
    }

    // "1.0.0(peer@2.0.0)" of the named package, or "other@1.0.0" ("/other@1.0.0") for one installed under another name.
    private static int? Find(Dictionary<string, int> nodes, string name, string version)
    {
        version = version.TrimStart('/');
        return nodes.TryGetValue($"{name}@{version}", out var node) || nodes.TryGetValue(version, out node) ? node : null;
    }

    private static (string Name, string Version) NameAndVersion(string key)
    {
        var peers = key.IndexOf('(', StringComparison.Ordinal);
        var bare = peers < 0 ? key : key[..peers];
        var at = bare.IndexOf('@', Math.Min(1, bare.Length));
        return at < 0 ? (bare, "") : (bare[..at], bare[(at + 1)..]);
    }
}
