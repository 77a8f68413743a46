using PipelineKit.Licences.Reading.Text;

namespace PipelineKit.Licences.Reading.Npm;

/// <summary>The entries of a <c>bun.lock</c>: the key is the place, e.g. <c>a/@s/b</c> for what only <c>a</c> sees.</summary>
internal sealed class BunPackages
{
    private const int Folder = -1;
    private readonly LockNode root;
    private readonly LockedPackages packages;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly ProjectManifest? manifest;

    public BunPackages(LockNode root, string path, ReadContext context)
    {
        this.root = root;
        packages = new(path, "run \"bun install\" again", context);
        manifest = ProjectManifest.Read(Path.GetDirectoryName(path)!, context);
        foreach (var (place, entry) in root.MembersOf("packages"))
        {
            places.Add(place, Add(entry));
        }

        foreach (var (place, entry) in root.MembersOf("packages"))
        {
            if (places[place] is var node and not Folder && entry.Items.FirstOrDefault(item => item.IsTable) is { } details)
            {
                Connect(details, place, packages.Graph.Label(node), entry.Line, (target, _) => packages.Graph.Connect(node, target));
            }
        }
    }

    /// <summary>Adds the packages to the scan.</summary>
    public void AddPackages()
    {
        foreach (var (folder, workspace) in root.MembersOf("workspaces"))
        {
            var name = folder.Length == 0 ? "" : workspace.TextOf("name") ?? folder;
            Connect(workspace, name, folder.Length == 0 ? "the project" : folder, workspace.Line, packages.Graph.AddRoot);
            asked.UnionWith(folder.Length > 0 ? [] : Kinds(workspace).SelectMany(kind => kind.Wishes.Select(wish => wish.Key)));
        }

        packages.CompareWithManifest(manifest, wish => asked.Contains(wish.Name));
        packages.AddPackages();
    }

    private int Add(LockNode entry)
    {
        var id = entry.Items.Count > 0 ? entry.Items[0].Text ?? "" : "";
        var at = id.IndexOf('@', Math.Min(1, id.Length));
        if (at <= 0)
        {
            throw new LockFormatException("an entry does not begin with NAME@VERSION", entry.Line);
        }

        var version = id[(at + 1)..];
        return version.StartsWith("workspace:", StringComparison.Ordinal) || version.StartsWith("link:", StringComparison.Ordinal) ? Folder : packages.Add(id[..at], version, entry.Line);
    }

    private void Connect(LockNode details, string place, string asking, int line, Action<int, bool> connect)
    {
        foreach (var (wishes, isDevelopment, isRequired) in Kinds(details))
        {
            foreach (var (name, range) in wishes)
            {
                if (Find(place, name) is { } target)
                {
                    if (target != Folder)
                    {
                        connect(target, isDevelopment);
                    }
                }
                else if (isRequired)
                {
                    packages.Holes.Add(line, asking, $"{name}@{range.Text}");
                }
            }
        }
    }

    private static IEnumerable<(IEnumerable<KeyValuePair<string, LockNode>> Wishes, bool Development, bool Required)> Kinds(LockNode details) =>
    [
        (details.MembersOf("dependencies"), false, true),
        (details.MembersOf("optionalDependencies"), false, false),
        (details.MembersOf("peerDependencies"), false, false),
        (details.MembersOf("devDependencies"), true, true),
    ];

    // Below the place itself, then below each place that holds it.
    private int? Find(string place, string name)
    {
        for (var at = place; at.Length > 0; at = Above(at))
        {
            if (places.TryGetValue($"{at}/{name}", out var inner))
            {
                return inner;
            }
        }

        return places.TryGetValue(name, out var top) ? top : null;
    }

    private static string Above(string place)
    {
        var last = place.LastIndexOf('/');
        var scope = last < 0 ? -1 : place.LastIndexOf('/', last - 1);
        return last < 0 || (place[0] == '@' && scope < 0) ? "" : place[scope + 1] == '@' ? place[..Math.Max(scope, 0)] : place[..last];
    }
}
