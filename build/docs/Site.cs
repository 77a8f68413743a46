using System.Net;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace PipelineKit.Docs;

/// <summary>Writes pages as HTML.</summary>
internal static class Site
{
    // Headings get the anchors that they have on GitHub, so that links work there and here.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).Build();

    /// <summary>Writes the site into a folder that is emptied first. Gives the links that lead nowhere; the site is written all the same.</summary>
    public static IReadOnlyList<string> Write(string root, string folder, IReadOnlyList<Page> pages)
    {
        var parsed = pages.ToDictionary(p => p.Path, p => Markdown.Parse(p.Markdown, Pipeline), StringComparer.Ordinal);
        var links = new Links(root, parsed);
        var problems = pages.SelectMany(links.Rewrite).ToList();
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (var page in pages)
        {
            Put(folder, page.Html, path => File.WriteAllText(path, Html(page, parsed[page.Path])));
        }

        foreach (var file in links.Files)
        {
            Put(folder, file, path => File.Copy(Path.Combine(root, file), path, overwrite: true));
        }

        return problems;
    }

    private static void Put(string folder, string name, Action<string> write)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        write(path);
    }

    private static string Html(Page page, MarkdownDocument document)
    {
        using var text = new StringWriter();
        var renderer = new HtmlRenderer(text);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        string To(string path) => Links.Relative(page.Html, path);
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{WebUtility.HtmlEncode(page.Path)} – PipelineKit</title>
            <style>
            body {"{"} font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; {"}"}
            pre, code {"{"} font-family: ui-monospace, monospace; font-size: 0.9em; {"}"}
            pre {"{"} overflow-x: auto; padding: 0.75rem; background: #f4f4f4; {"}"}
            table {"{"} border-collapse: collapse; {"}"} td, th {"{"} border: 1px solid #ccc; padding: 0.25rem 0.5rem; vertical-align: top; text-align: left; {"}"}
            </style>
            </head>
            <body>
            <nav><a href="{To("index.html")}">PipelineKit</a> · <a href="{To("docs/index.html")}">Documentation</a> · <a href="{To("reference/index.html")}">Reference</a></nav>
            {text}</body>
            </html>

            """;
    }
}
