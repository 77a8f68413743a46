namespace PipelineKitRunner;

/// <summary>Files named by paths and globs relative to the repository root.</summary>
internal static class FileSets
{
    /// <summary>Does the path, folder or glob name anything?</summary>
    public static bool Any(string root, string path)
    {
        var full = System.IO.Path.Combine(root, path.TrimEnd('/'));
        return System.IO.File.Exists(full) || System.IO.Directory.Exists(full) || (GlobPattern.IsGlob(path) && Match(root, [path]).Any());
    }

    /// <summary>Files below the root that match one of the globs, relative with '/', in ordinal order; .git and own state are left out.</summary>
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
            var info = new System.IO.DirectoryInfo(System.IO.Path.Combine(root, folder));
            foreach (var entry in info.EnumerateFileSystemInfos())
            {
                var name = folder.Length == 0 ? entry.Name : folder + "/" + entry.Name;
                if (entry is System.IO.FileInfo)
                {
                    yield return name;
                }
                else if (entry.LinkTarget is null && name is not (".git" or ".cake"))
                {
                    folders.Push(name);
                }
            }
        }
    }
}
