using PipelineKit.Core.Stages.Catalog;
using Scriban.Runtime;

namespace PipelineKit.Core.Stages.Rendering;

/// <summary>What the templates of a stage wrote.</summary>
public sealed class RenderedText
{
    private string? _text;

    internal RenderedText(TemplateLayer layer, string path, IReadOnlyList<ScriptObject> globals, string marked, bool repositoryScope, IReadOnlyList<RenderedPart> parts) =>
        (Layer, Path, Globals, Marked, RepositoryScope, Parts) = (layer, path, globals, marked, repositoryScope, parts);

    /// <summary>The layout, as messages call it.</summary>
    public string File => Layer.DisplayName(Path);

    /// <summary>The stage document, YAML with LF line ends.</summary>
    public string Text => _text ??= ValueMarks.Remove(Marked);

    /// <summary>What the templates of the package manager and of the tools wrote before, by the template.</summary>
    public IEnumerable<KeyValuePair<string, string>> PartTexts => Parts.Select(p => KeyValuePair.Create(p.File, ValueMarks.Remove(p.Marked)));

    /// <summary>Where the layout comes from.</summary>
    internal TemplateLayer Layer { get; }

    /// <summary>Path of the layout below <c>templates/</c>.</summary>
    internal string Path { get; }

    /// <summary>What the layout saw.</summary>
    internal IReadOnlyList<ScriptObject> Globals { get; }

    /// <summary>The document with marks around values.</summary>
    internal string Marked { get; }

    internal bool RepositoryScope { get; }

    internal IReadOnlyList<RenderedPart> Parts { get; }
}
