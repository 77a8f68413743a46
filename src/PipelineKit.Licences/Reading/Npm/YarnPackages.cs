using PipelineKit.Licences.Reading.Text;

namespace PipelineKit.Licences.Reading.Npm;

/// <summary>The blocks of a <c>yarn.lock</c> of any version: each is a package, or a folder of the project, under all its keys.</summary>
internal sealed class YarnPackages
{
    private const int Folder = -1;
    private readonly LockedPackages packages;
    private readonly Dictionary<string, int> keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> names = new(StringComparer.Ordinal);
    private readonly ProjectManifest? manifest;
    private readonly bool isClassic;

    public YarnPackages(LockNode root, string path, ReadContext context)
    {
        isClassic = root["__metadata"] is null;
        packages = new(path, "run \"yarn install\" again", context);
        manifest = ProjectManifest.Read(Path.GetDirectoryName(path)!, context);
        var blocks = root.Members.Where(block => block.Key != "__metadata").Select(block => (Block: block.Value, Node: Add(block.Key, block.Value))).ToList();
        foreach (var (block, node) in blocks.Where(entry => entry.Node != Folder))
        {
            Connect(block, node);
        }
    }

    /// <summary>Adds the packages to the scan.</summary>
    public void AddPackages()
    {
        foreach (var wish in manifest?.Wishes ?? [])
        {
            foreach (var node in Find(wish.Name, wish.Range).Where(node => node != Folder))
            {
                packages.Graph.AddRoot(node, wish.Development);
            }
        }

        packages.CompareWithManifest(manifest, IsHeld);
        packages.AddPackages();
    }

    // Yarn 1 does not list the project's own workspaces.
    private bool IsHeld(NpmWish wish) =>
        names.ContainsKey(wish.Name) || (isClassic && (manifest!.Workspaces is { } own ? own.Contains(wish.Name) : names.Count > 0));

    private int Add(string name, LockNode block)
    {
        var wishes = name.Split(", ");
        var version = block.TextOf("version") ?? throw new LockFormatException(block.IsTable ? $"\"{name}\" has no version" : $"\"{name}\" is no block", block.Line);
        var isFolder = block.TextOf("linkType") == "soft";
        var node = isFolder ? Folder : packages.Add(PackageName(block.TextOf("resolution") ?? wishes[0]), version, block.Line);
        foreach (var wish in wishes)
        {
            keys.TryAdd(wish, node);
            var alias = AskedName(wish);
            (names.TryGetValue(alias, out var same) ? same : names[alias] = []).Add(node);
        }

        return node;
    }

    private void Connect(LockNode block, int node)
    {
        foreach (var kind in (string[])["dependencies", "optionalDependencies"])
        {
            foreach (var (name, range) in block.MembersOf(kind))
            {
                var found = Find(name, range.Text ?? "");
                foreach (var target in found.Where(target => target != Folder))
                {
                    packages.Graph.Connect(node, target);
                }

                if (found.Count == 0 && kind == "dependencies" && block["dependenciesMeta"]?[name]?.TextOf("optional") != "true")
                {
                    packages.Holes.Add(range.Line, packages.Graph.Label(node), $"{name}@{range.Text}");
                }
            }
        }
    }

    // "resolutions" and patches put another range into the key: then every entry of the name may be meant.
    private List<int> Find(string name, string range) =>
        keys.TryGetValue($"{name}@{range}", out var node) || keys.TryGetValue($"{name}@npm:{range}", out node) ? [node] : names.GetValueOrDefault(name) ?? [];

    private static string AskedName(string key) => key.IndexOf('@', Math.Min(1, key.Length)) is var at and > 0 ? key[..at] : key;

    // "name@range", "@scope/name@range"; "alias@npm:name@range" is the package behind "npm:".
    private static string PackageName(string key)
    {
        var name = AskedName(key);
        var range = key[Math.Min(name.Length + 1, key.Length)..];
        return range.StartsWith("npm:", StringComparison.Ordinal) && range.IndexOf('@', Math.Min(5, range.Length)) is var inner and > 0
            ? range["npm:".Length..inner]
            : name;
    }
}
