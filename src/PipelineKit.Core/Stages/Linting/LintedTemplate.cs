using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages.Rendering;
using Scriban.Syntax;

namespace PipelineKit.Core.Stages.Linting;

/// <summary>A template as the checks see it.</summary>
internal sealed class LintedTemplate
{
    public LintedTemplate(string path, string file, string source, ScriptPage page)
    {
        (Path, File, Source) = (path, file, source);
        Nodes = [.. page.DescendantsAndSelf()];
        Raw = [.. Nodes.Where(n => n.Kind == ScriptNodeKind.Raw)];
        Interpolations = InterpolationFinder.Find(page);
        Includes = [.. Nodes.Where(IsInclude).Select(Target)];
    }

    /// <summary>Path below <c>templates/</c>.</summary>
    public string Path { get; }

    /// <summary>How messages call it.</summary>
    public string File { get; }

    public string Source { get; }

    /// <summary>All nodes, parents first, in source order.</summary>
    public IReadOnlyList<ScriptNode> Nodes { get; }

    /// <summary>The pieces of text outside of code.</summary>
    public IReadOnlyList<ScriptNode> Raw { get; }

    /// <summary>Everything that is written by an expression.</summary>
    public IReadOnlyList<Interpolation> Interpolations { get; }

    /// <summary>The partials it includes; the name is null where it is computed.</summary>
    public IReadOnlyList<(string? Name, ScriptNode Node)> Includes { get; }

    /// <summary>Stack that it serves; null for <c>any.sbn</c> and for partials.</summary>
    public string? Stack =>
        Path.StartsWith("stages/", StringComparison.Ordinal) && System.IO.Path.GetFileNameWithoutExtension(Path) is var name and not "any" ? name : null;

    /// <summary>True for a call of the function by which a template includes another one.</summary>
    public static bool IsInclude(ScriptNode node) => node is { Kind: ScriptNodeKind.Call, Name: "include" } && node.Children.First().Kind == ScriptNodeKind.GlobalVariable;

    /// <summary>The text of a literal string without escapes; null for everything else.</summary>
    public static string? TextOf(ScriptNode? node) =>
        node is { Kind: ScriptNodeKind.Literal, Text: { Length: > 1 } text } && text[0] is '"' or '\'' && !text.Contains('\\', StringComparison.Ordinal) ? text[1..^1] : null;

    public SourceSpan SpanOf(ScriptNode node) => TemplateParser.SpanOf(node.Span, File);

    /// <summary>The place of some characters of the source.</summary>
    public SourceSpan SpanAt(int offset, int length)
    {
        var before = Source.AsSpan(0, offset);
        return new SourceSpan(File, before.Count('\n') + 1, offset - before.LastIndexOf('\n'), length);
    }

    private static (string? Name, ScriptNode Node) Target(ScriptNode call) => (TextOf(call.Children.ElementAtOrDefault(1)), call);
}
