using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PipelineKit.Docs;

/// <summary>Turns the links of pages into links of the site, and finds those that lead nowhere. Addresses of other sites are left as they are.</summary>
/// <param name="root">Folder of the repository.</param>
/// <param name="pages">All pages by their path, parsed.</param>
internal sealed class Links(string root, IReadOnlyDictionary<string, MarkdownDocument> pages)
{
    /// <summary>Files that are no pages but have links to them, relative to the repository.</summary>
    public SortedSet<string> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Changes the links of a page in place; gives what is wrong with them, each with page and line.</summary>
    public IEnumerable<string> Rewrite(Page page)
    {
        foreach (var link in pages[page.Path].Descendants<LinkInline>().Where(l => !IsElsewhere(l.Url)).ToList())
        {
            var parts = (link.Url ?? "").Split('#', 2);
            var target = parts[0].Length == 0 ? page.Path : Resolve(page.Folder, Uri.UnescapeDataString(parts[0]));
            if (Find(target) is not { } found)
            {
                yield return $"{page.Path}:{link.Line + 1}: the link to {link.Url} leads nowhere";
            }
            else if (parts.Length == 2 && !HasAnchor(found.Source, parts[1]))
            {
                yield return $"{page.Path}:{link.Line + 1}: {found.Source} has no heading #{parts[1]}";
            }
            else
            {
                link.Url = Relative(page.Html, found.Place) + (parts.Length == 2 ? $"#{parts[1]}" : "");
            }
        }
    }

    /// <summary>The address of one file of the site as seen from another.</summary>
    public static string Relative(string from, string to) =>
        string.Concat(Enumerable.Repeat("../", from.Count(c => c == '/'))) + to;

    private static bool IsElsewhere(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto";

    private static string Resolve(string folder, string path) =>
        Path.GetRelativePath("/", Path.GetFullPath(path, "/" + folder)).Replace('\\', '/').TrimEnd('/');

    private (string Source, string Place)? Find(string path)
    {
        foreach (var candidate in new[] { path, path is "." or "" ? "README.md" : $"{path}/README.md" })
        {
            if (pages.ContainsKey(candidate))
            {
                return (candidate, new Page(candidate, "").Html);
            }
        }

        return File.Exists(Path.Combine(root, path)) && Files.Add(path) | true ? (path, path) : null;
    }

    private bool HasAnchor(string path, string anchor) =>
        pages.TryGetValue(path, out var page) && page.Descendants<HeadingBlock>().Any(h => h.TryGetAttributes()?.Id == anchor);
}
