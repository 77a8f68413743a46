using System.IO.Enumeration;
using PipelineKit.Core.Files;

namespace PipelineKit.Cli.Init;

/// <summary>
/// The files of a repository that say what it is, found by one bounded walk: eight folders deep, at most 200,000 entries, without the folders
/// that tools fill. Only names are read.
/// </summary>
internal sealed class RepositoryScan
{
    private const int MaximumDepth = 8;
    private const int MaximumEntries = 200_000;

    private static readonly string[] Manifests = ["package.json", "pyproject.toml", "setup.py", "setup.cfg", "requirements.txt"];

    private static readonly HashSet<string> Skipped = new(StringComparer.OrdinalIgnoreCase)
    {
        "node_modules", "bin", "obj", "dist", "build", "target", "vendor", "venv", "site-packages", "__pycache__", "TestResults", "artifacts", "coverage",
    };

    private readonly Dictionary<string, List<string>> _filesByFolder = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _texts = new(StringComparer.Ordinal);
    private int _entries;
    private List<string>? _folders;

    private RepositoryScan(string root) => Root = root;

    /// <summary>Full path of the root.</summary>
    public string Root { get; }

    /// <summary>Folders, the root (<c>.</c>) first, then by name; parents before children.</summary>
    public IReadOnlyList<string> Folders => _folders ??= [.. _filesByFolder.Keys.Order(StringComparer.Ordinal).OrderBy(f => f == "." ? 0 : 1)];

    /// <summary>True when the walk ended before the repository did.</summary>
    public bool IsCut => _entries > MaximumEntries;

    public static RepositoryScan Of(string root)
    {
        var scan = new RepositoryScan(root);
        scan.Walk(root, ".", 0);
        return scan;
    }

    /// <summary>Names of the files in a folder, sorted.</summary>
    public IReadOnlyList<string> Files(string folder) => _filesByFolder.GetValueOrDefault(folder) ?? [];

    /// <summary>Names of the files in a folder that the walk does not enter (<c>.github/workflows</c>), sorted.</summary>
    public IReadOnlyList<string> HiddenFiles(string folder)
    {
        try
        {
            return [.. new DirectoryInfo(Path.Combine(Root, folder)).EnumerateFiles().Select(f => f.Name).Order(StringComparer.Ordinal).Take(50)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Files below a folder (itself included) with one of the endings, relative to the root, sorted.</summary>
    public IEnumerable<string> Below(string folder, params string[] endings) =>
        from inner in Folders
        where folder == "." || inner == folder || inner.StartsWith(folder + "/", StringComparison.Ordinal)
        from file in Files(inner)
        where endings.Any(e => file.EndsWith(e, StringComparison.OrdinalIgnoreCase))
        select Join(inner, file);

    public bool Has(string folder, string file) => Files(folder).Contains(file, StringComparer.Ordinal);

    /// <summary>True when a regular file is there, also where the walk does not go.</summary>
    public bool Exists(string path)
    {
        var slash = path.LastIndexOf('/');
        return Has(slash < 0 ? "." : path[..slash], path[(slash + 1)..]) || FileReader.Exists(Path.Combine(Root, path));
    }

    /// <summary>True when the folder is there and holds files or folders that the scan looked into.</summary>
    public bool HasFolder(string folder) => _filesByFolder.ContainsKey(folder);

    /// <summary>True when nothing else in the repository could be a project than files of this name.</summary>
    public bool IsOnlyManifest(string name) =>
        !Manifests.Where(m => m != name).SelectMany(m => Below(".", m)).Any() && !Below(".", ".sln", ".slnx", "proj").Any();

    /// <summary>Text of a file, or null when it is missing, no regular file, unreadable or larger than 1 MiB.</summary>
    public string? Read(string path)
    {
        if (!_texts.TryGetValue(path, out var text))
        {
            _texts.Add(path, text = TextFile.Read(Path.Combine(Root, path)));
        }

        return text;
    }

    public static string Join(string folder, string name) => folder == "." ? name : $"{folder}/{name}";

    private void Walk(string full, string folder, int depth)
    {
        var files = new List<string>();
        var folders = new List<string>();
        foreach (var (name, isFolder) in Entries(full))
        {
            if (++_entries > MaximumEntries)
            {
                break;
            }

            (isFolder ? folders : files).Add(name);
        }

        files.Sort(StringComparer.Ordinal);
        folders.Sort(StringComparer.Ordinal);
        _filesByFolder[folder] = files;
        foreach (var inner in folders.Where(name => depth < MaximumDepth && IsLookedInto(name)))
        {
            Walk(Path.Combine(full, inner), Join(folder, inner), depth + 1);
        }
    }

    // Links are neither followed nor looked at.
    private static List<(string Name, bool IsFolder)> Entries(string full)
    {
        try
        {
            return [.. new FileSystemEnumerable<(string, bool)>(full, (ref FileSystemEntry e) => (e.FileName.ToString(), e.IsDirectory), new EnumerationOptions { AttributesToSkip = FileAttributes.ReparsePoint })];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static bool IsLookedInto(string folder) => !folder.StartsWith('.') && !Skipped.Contains(folder);
}
