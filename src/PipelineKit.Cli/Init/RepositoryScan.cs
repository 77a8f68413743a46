namespace PipelineKit.Cli.Init;

/// <summary>
/// The files of a repository that say what it is, found by one bounded walk: three folders deep, at most 20,000 entries, without the folders
/// that tools fill.
/// </summary>
internal sealed class RepositoryScan
{
    private const int MaximumDepth = 3;
    private const int MaximumEntries = 20_000;

    private static readonly HashSet<string> Skipped = new(StringComparer.OrdinalIgnoreCase)
    {
        "node_modules", "bin", "obj", "dist", "build", "target", "vendor", "venv", "site-packages", "__pycache__", "TestResults", "artifacts",
    };

    private readonly Dictionary<string, List<string>> _filesByFolder = new(StringComparer.Ordinal);
    private int _entries;

    private RepositoryScan(string root) => Root = root;

    /// <summary>Full path of the root.</summary>
    public string Root { get; }

    /// <summary>Folders, the root (<c>.</c>) first, then by name; parents before children.</summary>
    public IEnumerable<string> Folders => _filesByFolder.Keys.Order(StringComparer.Ordinal).OrderBy(f => f == "." ? 0 : 1);

    public static RepositoryScan Of(string root)
    {
        var scan = new RepositoryScan(root);
        scan.Walk(root, ".", 0);
        return scan;
    }

    /// <summary>Names of the files in a folder, sorted.</summary>
    public IReadOnlyList<string> Files(string folder) => _filesByFolder.GetValueOrDefault(folder) ?? [];

    /// <summary>Files below a folder (itself included) with one of the endings, relative to the root, sorted.</summary>
    public IEnumerable<string> Below(string folder, params string[] endings) =>
        from inner in Folders
        where folder == "." || inner == folder || inner.StartsWith(folder + "/", StringComparison.Ordinal)
        from file in Files(inner)
        where endings.Any(e => file.EndsWith(e, StringComparison.OrdinalIgnoreCase))
        select Join(inner, file);

    public bool Has(string folder, string file) => Files(folder).Contains(file, StringComparer.Ordinal);

    /// <summary>True when the folder is there and holds files or folders that the scan looked into.</summary>
    public bool HasFolder(string folder) => _filesByFolder.ContainsKey(folder);

    /// <summary>Text of a file, or null when it is missing, no regular file, unreadable or larger than 1 MiB.</summary>
    public string? Read(string path) => TextFile.Read(Path.Combine(Root, path));

    public static string Join(string folder, string name) => folder == "." ? name : $"{folder}/{name}";

    private void Walk(string full, string folder, int depth)
    {
        var files = new List<string>();
        var folders = new List<DirectoryInfo>();
        foreach (var entry in Entries(full))
        {
            if (++_entries > MaximumEntries)
            {
                break;
            }

            if (entry is DirectoryInfo directory)
            {
                folders.Add(directory);
            }
            else
            {
                files.Add(entry.Name);
            }
        }

        files.Sort(StringComparer.Ordinal);
        _filesByFolder[folder] = files;
        foreach (var inner in folders.Where(d => depth < MaximumDepth && IsLookedInto(d)).OrderBy(d => d.Name, StringComparer.Ordinal))
        {
            Walk(inner.FullName, Join(folder, inner.Name), depth + 1);
        }
    }

    private static FileSystemInfo[] Entries(string full)
    {
        try
        {
            return new DirectoryInfo(full).GetFileSystemInfos();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static bool IsLookedInto(DirectoryInfo folder) =>
        folder.LinkTarget is null && !folder.Name.StartsWith('.') && !Skipped.Contains(folder.Name);
}
