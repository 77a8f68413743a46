using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages.Rendering;
using Scriban.Syntax;

namespace PipelineKit.Core.Stages.Linting;

/// <summary>A template as the checks see it.</summary>
internal sealed class LintedTemplate
{
    public LintedTemplate(string path, string file, string source, ScriptPage page, ToolDefinition? tool, string? stack)
    {
        (Path, File, Source, Tool, Stack) = (path, file, source, tool, stack);
        Nodes = [.. page.DescendantsAndSelf()];
        Texts = [.. Nodes.Select(Piece).OfType<TextPiece>()];
        Interpolations = InterpolationFinder.Find(page);
        Includes = [.. Nodes.OfType<ScriptFunctionCall>().Where(call => call.Calls("include")).Select(Target)];
    }

    /// <summary>Path below <c>templates/</c>.</summary>
    public string Path { get; }

    /// <summary>How messages call it.</summary>
    public string File { get; }

    public string Source { get; }

    /// <summary>All nodes, parents first, in source order.</summary>
    public IReadOnlyList<ScriptNode> Nodes { get; }

    /// <summary>The pieces of text outside of code, and the literals inside.</summary>
    public IReadOnlyList<TextPiece> Texts { get; }

    /// <summary>Everything that is written by an expression.</summary>
    public IReadOnlyList<Interpolation> Interpolations { get; }

    /// <summary>The partials it includes; the name is null where it is computed.</summary>
    public IReadOnlyList<(string? Name, ScriptNode Node)> Includes { get; }

    /// <summary>The tool whose template it is, or null.</summary>
    public ToolDefinition? Tool { get; }

    /// <summary>Stack that it serves; null where that is not one alone.</summary>
    public string? Stack { get; }

    /// <summary>The source of a node.</summary>
    public string TextOf(ScriptNode node) =>
        node.Span.Start.Offset < 0 || node.Span.End.Offset >= Source.Length ? "" : Source[node.Span.Start.Offset..(node.Span.End.Offset + 1)];

    public SourceSpan SpanOf(ScriptNode node) => TemplateParser.SpanOf(node.Span, File);

    /// <summary>The place of some characters of the source.</summary>
    public SourceSpan SpanAt(int offset, int length)
    {
        var before = Source.AsSpan(0, offset);
        return new SourceSpan(File, before.Count('\n') + 1, offset - before.LastIndexOf('\n'), length);
    }

    private static (string? Name, ScriptNode Node) Target(ScriptFunctionCall call) => (SyntaxNodes.TextOf(call.Arguments.FirstOrDefault()), call);

    private TextPiece? Piece(ScriptNode node) => node switch
    {
        ScriptRawStatement raw => new TextPiece(raw.Text.ToString(), raw.Text.Index, IsCode: false),
        ScriptLiteral { Value: string } => new TextPiece(TextOf(node), node.Span.Start.Offset, IsCode: true),
        _ => null,
    };
}

/// <summary>A piece of text of a template.</summary>
/// <param name="Text">The text, as it stands in the source.</param>
/// <param name="Offset">Where it begins.</param>
/// <param name="IsCode">True for a literal in code.</param>
internal sealed record TextPiece(string Text, int Offset, bool IsCode);
