namespace PipelineKit.Execution.Incremental;

/// <summary>Files named by paths and globs relative to the repository root.</summary>
internal static class FileSets
{
    /// <summary>Does the path, folder or glob name anything?</summary>
    public static bool Any(string root, string path)
    {
        var full = Path.Combine(root, path.TrimEnd('/'));
        return Path.Exists(full) || (GlobPattern.IsGlob(path) && Match(root, [path]).Any());
    }

    /// <summary>Files below the root that match one of the globs, relative with '/', in ordinal order; git's and own state are left out.</summary>
    public static IEnumerable<string> Match(string root, IReadOnlyList<string> globs)
    {
        var patterns = globs.Select(g => new GlobPattern(g)).ToList();
        return All(root).Where(f => patterns.Exists(p => p.IsMatch(f))).Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> All(string root)
    {
        var folders = new Stack<string>([""]);
        while (folders.TryPop(out var folder))
        {
            foreach (var entry in new DirectoryInfo(Path.Combine(root, folder)).EnumerateFileSystemInfos())
            {
                var name = folder.Length == 0 ? entry.Name : folder + "/" + entry.Name;
                if (entry is FileInfo)
                {
                    yield return name;
                }
                else if (entry.LinkTarget is null && name is not (".git" or ".cake" or RunFolder.Name))
                {
                    folders.Push(name);
                }
            }
        }
    }
}
