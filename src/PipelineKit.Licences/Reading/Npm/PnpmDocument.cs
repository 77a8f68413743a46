using PipelineKit.Licences.Reading.Text;

namespace PipelineKit.Licences.Reading.Npm;

/// <summary>One document of <c>pnpm-lock.yaml</c>: its entries as nodes, and who asks for them.</summary>
internal sealed class PnpmDocument
{
    private static readonly string[] Kinds = ["dependencies", "optionalDependencies", "devDependencies"];
    private readonly LockNode root;
    private readonly LockedPackages packages;
    private readonly Dictionary<string, int> nodes = new(StringComparer.Ordinal);
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    private readonly ReadContext context;
    private readonly string folder;

    public PnpmDocument(LockNode root, string path, ReadContext context)
    {
        (this.root, this.context, folder) = (root, context, Path.GetDirectoryName(path)!);
        packages = new(path, "run \"pnpm install\" again", context);
        var isNewer = root.TextOf("lockfileVersion") == "9.0";
        var entries = Entries(isNewer ? "snapshots" : "packages").ToList();
        foreach (var (key, entry) in entries)
        {
            var (name, version) = NameAndVersion(key.TrimStart('/'));
            nodes.TryAdd(key.TrimStart('/'), packages.Add(entry.TextOf("name") ?? name, entry.TextOf("version") ?? version, entry.Line));
        }

        if (isNewer)
        {
            ComparePackages(entries.Select(entry => WithoutPeers(entry.Key)).ToHashSet(StringComparer.Ordinal));
        }

        foreach (var (key, entry) in entries)
        {
            Connect(nodes[key.TrimStart('/')], key, entry);
        }
    }

    /// <summary>Adds what the project and its workspaces ask for.</summary>
    public void AddProject()
    {
        var importers = root.MembersOf("importers").ToList();
        foreach (var (name, importer) in importers.Count > 0 ? importers : [new(".", root)])
        {
            foreach (var kind in Kinds)
            {
                AddRoots(name, importer, kind);
            }
        }

        packages.CompareWithManifest(ProjectManifest.Read(folder, context), wish => asked.Contains(wish.Name));
        packages.AddPackages();
    }

    /// <summary>Adds the plugins of pnpm that the first document names; pnpm itself is no dependency of the project.</summary>
    public void AddConfiguration()
    {
        foreach (var (name, importer) in root.MembersOf("importers"))
        {
            AddRoots(name, importer, "configDependencies");
        }

        packages.AddPackages(reachedOnly: true);
    }

    // A part that was cut off shows here: each package has at least one snapshot, each snapshot its package.
    private void ComparePackages(HashSet<string> snapshots)
    {
        var known = Entries("packages").ToDictionary(entry => entry.Key, entry => entry.Value.Line, StringComparer.Ordinal);
        foreach (var (key, line) in known.Where(entry => !snapshots.Contains(entry.Key)))
        {
            packages.Holes.Add(line, $"\"packages\" holds {key} and \"snapshots\" does not");
        }

        foreach (var key in snapshots.Where(key => !known.ContainsKey(key)))
        {
            packages.Holes.Add(0, $"\"snapshots\" holds {key} and \"packages\" does not");
        }
    }

    private IEnumerable<KeyValuePair<string, LockNode>> Entries(string table)
    {
        foreach (var (key, entry) in root.MembersOf(table))
        {
            yield return entry.IsTable ? new(key, entry) : throw new LockFormatException($"the entry \"{key}\" is no table", entry.Line);
        }
    }

    private void Connect(int node, string key, LockNode entry)
    {
        foreach (var kind in Kinds.SkipLast(1))
        {
            foreach (var (name, dependency) in entry.MembersOf(kind))
            {
                Find(name, dependency.Text, dependency.Line, key, kind == "dependencies", target => packages.Graph.Connect(node, target));
            }
        }
    }

    private void AddRoots(string importer, LockNode table, string kind)
    {
        foreach (var (name, dependency) in table.MembersOf(kind))
        {
            if (importer == ".")
            {
                asked.Add(name);
            }

            Find(name, dependency.TextOf("version") ?? dependency.Text, dependency.Line, $"the project in \"{importer}\"", kind != "optionalDependencies",
                target => packages.Graph.AddRoot(target, kind is "devDependencies" or "configDependencies"));
        }
    }

    // "1.0.0(peer@2.0.0)" of the named package, or "other@1.0.0" ("/other@1.0.0") for one installed under another name.
    private void Find(string name, string? version, int line, string asking, bool isRequired, Action<int> found)
    {
        var bare = version?.TrimStart('/') ?? throw new LockFormatException($"\"{name}\" has no version", line);
        if (nodes.TryGetValue($"{name}@{bare}", out var node) || nodes.TryGetValue(bare, out node))
        {
            found(node);
        }
        else if (isRequired && !bare.StartsWith("link:", StringComparison.Ordinal))
        {
            packages.Holes.Add(line, asking, $"{name}@{bare}");
        }
    }

    private static string WithoutPeers(string key) => key.IndexOf('(', StringComparison.Ordinal) is var peers and >= 0 ? key[..peers] : key;

    private static (string Name, string Version) NameAndVersion(string key)
    {
        var bare = WithoutPeers(key);
        var at = bare.IndexOf('@', Math.Min(1, bare.Length));
        return at < 0 ? (bare, "") : (bare[..at], bare[(at + 1)..]);
    }
}
