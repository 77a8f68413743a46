namespace PipelineKit.Core.Stages.Rendering;

/// <summary>What a template wrote.</summary>
public sealed class RenderedText
{
    internal RenderedText(string file, string marked, bool repositoryScope)
    {
        (File, Marked, RepositoryScope) = (file, marked, repositoryScope);
        Text = ValueMarks.Remove(marked);
    }

    /// <summary>The document, as messages call it: its places are not those of the template.</summary>
    public string File { get; }

    /// <summary>The stage document, YAML with LF line ends.</summary>
    public string Text { get; }

    /// <summary>The document with marks around values.</summary>
    internal string Marked { get; }

    internal bool RepositoryScope { get; }
}
