using PipelineKit.Licences.Reading.Text;

namespace PipelineKit.Licences.Reading.Npm;

/// <summary>What the <c>package.json</c> beside a lock file asks for: the lock file must hold it.</summary>
internal sealed class ProjectManifest
{
    private static readonly string[] Kinds = ["dependencies", "optionalDependencies", "devDependencies"];

    /// <summary>The packages that the project asks for.</summary>
    public List<NpmWish> Wishes { get; } = [];

    /// <summary>The names of its workspaces; null if a pattern is too general to follow, so that any name may be one.</summary>
    public HashSet<string>? Workspaces { get; private init; } = [];

    /// <summary>Reads the manifest in a folder; null if there is none.</summary>
    /// <exception cref="LockFormatException">It names a key twice.</exception>
    public static ProjectManifest? Read(string folder, ReadContext context)
    {
        var path = Path.Combine(folder, "package.json");
        if (context.Files.ReadText(path, ScanFiles.MaximumMetadata) is not { } text)
        {
            return null;
        }

        LockNode root;
        try
        {
            root = JsonText.Read(text);
        }
        catch (System.Text.Json.JsonException e)
        {
            context.Problems.Add(LicenceProblem.Malformed(context.Files.Display(path), e.Message, (int)(e.LineNumber ?? 0) + 1));
            return null;
        }

        var manifest = new ProjectManifest { Workspaces = WorkspaceNames(root["workspaces"], folder, context) };
        var optional = root.MembersOf("optionalDependencies").Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var kind in Kinds)
        {
            manifest.Wishes.AddRange(root.MembersOf(kind).Select(pair =>
                new NpmWish(pair.Key, pair.Value.Text ?? "", kind == "devDependencies", optional.Contains(pair.Key), pair.Value.Line)));
        }

        return manifest;
    }

    // "packages/*" or "tools/one", as a list or below "packages".
    private static HashSet<string>? WorkspaceNames(LockNode? workspaces, string folder, ReadContext context)
    {
        var patterns = (workspaces?["packages"] ?? workspaces)?.Items.Select(item => item.Text ?? "").ToList() ?? [];
        if (patterns.Exists(pattern => pattern.TrimEnd('*').Contains('*', StringComparison.Ordinal) || pattern.Contains("**", StringComparison.Ordinal)))
        {
            return null;
        }

        var folders = patterns.SelectMany(pattern => pattern.EndsWith("/*", StringComparison.Ordinal)
            ? context.Files.Folders(Path.Combine(folder, pattern[..^2]))
            : [Path.Combine(folder, pattern)]);
        return folders.Select(inner => NpmManifest.Read(inner, "", context)?.Name).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }
}
