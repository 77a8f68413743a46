namespace PipelineKit.Docs;

/// <summary>The Markdown pages of the repository that make up the site.</summary>
internal static class RepositoryPages
{
    private static readonly string[] Folders = ["docs", "templates"];

    /// <summary>The pages of the root, of <c>docs</c> and of <c>templates</c>, and a list of its pages for each folder that has no README.</summary>
    public static IReadOnlyList<Page> Read(string root)
    {
        var files = Directory.EnumerateFiles(root, "*.md").Concat(
            Folders.Select(f => Path.Combine(root, f)).Where(Directory.Exists).SelectMany(f => Directory.EnumerateFiles(f, "*.md", SearchOption.AllDirectories)));
        List<Page> pages =
        [
            .. files.Select(f => new Page(Path.GetRelativePath(root, f).Replace('\\', '/'), File.ReadAllText(f))).OrderBy(p => p.Path, StringComparer.Ordinal),
        ];
        return [.. pages, .. FolderPages(pages)];
    }

    private static IEnumerable<Page> FolderPages(List<Page> pages)
    {
        var known = pages.Where(p => p.IsFolderPage).Select(p => p.Folder).ToHashSet(StringComparer.Ordinal);
        return pages.GroupBy(p => p.Folder, StringComparer.Ordinal).Where(folder => !known.Contains(folder.Key)).Select(folder =>
            new Page($"{folder.Key}/README.md", $"# {folder.Key}\n\n" + string.Concat(folder.Select(p => $"- [{Title(p)}]({Path.GetFileName(p.Path)})\n"))));
    }

    private static string Title(Page page) =>
        page.Markdown.Split('\n').FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim() ?? Path.GetFileName(page.Path);
}
