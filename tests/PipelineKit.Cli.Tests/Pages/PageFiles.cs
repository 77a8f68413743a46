using PipelineKit.Cli.Tests.Support;

namespace PipelineKit.Cli.Tests.Pages;

/// <summary>The pages of the documentation: <c>docs/</c>, the pages at the root, and the READMEs of the library and of the examples.</summary>
internal static class PageFiles
{
    public static IReadOnlyList<string> All { get; } =
    [
        .. Directory.GetFiles(TestFolders.Repository, "*.md")
            .Concat(Below("docs")).Concat(Below("templates")).Concat(Directory.GetFiles(TestFolders.Examples, "README.md", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 }))
            .Select(f => Path.GetRelativePath(TestFolders.Repository, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    public static string FullPath(string page) => Path.Combine(TestFolders.Repository, page);

    public static string Read(string page) => File.ReadAllText(FullPath(page));

    private static string[] Below(string folder) => Directory.GetFiles(FullPath(folder), "*.md", SearchOption.AllDirectories);
}
