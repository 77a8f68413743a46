using PipelineKit.Core.Stages.Catalog;

namespace PipelineKit.Core.Stages.Rendering;

/// <summary>What a template wrote.</summary>
public sealed class RenderedText
{
    private string? _text;

    internal RenderedText(TemplateLayer layer, string file, string marked, bool repositoryScope) =>
        (Layer, File, Marked, RepositoryScope) = (layer, file, marked, repositoryScope);

    /// <summary>The document, as messages call it: its places are not those of the template.</summary>
    public string File { get; }

    /// <summary>The stage document, YAML with LF line ends.</summary>
    public string Text => _text ??= ValueMarks.Remove(Marked);

    /// <summary>Where its template comes from.</summary>
    internal TemplateLayer Layer { get; }

    /// <summary>The document with marks around values.</summary>
    internal string Marked { get; }

    internal bool RepositoryScope { get; }
}
