namespace PipelineKit.Docs;

/// <summary>A page of the site before it is HTML.</summary>
/// <param name="Path">Where its Markdown lies or would lie, relative to the repository, with <c>/</c>.</param>
/// <param name="Markdown">Its text.</param>
internal sealed record Page(string Path, string Markdown)
{
    private const string FolderPage = "README.md";

    /// <summary>Folder of the page, empty for the root.</summary>
    public string Folder => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.LastIndexOf('/')] : "";

    /// <summary>Where its HTML lies in the site: the README of a folder is the page of the folder.</summary>
    public string Html => IsFolderPage ? Path[..^FolderPage.Length] + "index.html" : System.IO.Path.ChangeExtension(Path, ".html");

    /// <summary>Whether a link to its folder means this page.</summary>
    public bool IsFolderPage => Path == FolderPage || Path.EndsWith('/' + FolderPage, StringComparison.Ordinal);
}
