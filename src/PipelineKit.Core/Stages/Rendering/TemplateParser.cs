using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages.Catalog;
using Scriban;
using Scriban.Parsing;
using SourceSpan = PipelineKit.Core.Diagnostics.SourceSpan;

namespace PipelineKit.Core.Stages.Rendering;

/// <summary>Parses templates, once per layer, and turns places and messages of the engine into ours.</summary>
internal static class TemplateParser
{
    /// <summary>A template of a layer; null when diagnostics say why not.</summary>
    public static Template? Parsed(TemplateLayer layer, string path, DiagnosticBag diagnostics) =>
        layer.Parsed(path, diagnostics, (text, bag) => Parse(text, layer.DisplayName(path), bag));

    /// <summary>A place of the engine, whose lines and columns count from zero and whose end is its last character.</summary>
    public static SourceSpan SpanOf(Scriban.Parsing.SourceSpan span, string file)
    {
        if (span.IsEmpty || span.Start.Line < 0)
        {
            return SourceSpan.WholeFile(file);
        }

        return new SourceSpan(
            string.IsNullOrEmpty(span.FileName) ? file : span.FileName,
            span.Start.Line + 1,
            span.Start.Column + 1,
            span.End.Line == span.Start.Line ? Math.Max(1, span.End.Column - span.Start.Column + 1) : 1);
    }

    /// <summary>A message without line ends.</summary>
    public static string OneLine(string message) => message.ReplaceLineEndings(" ").Trim();

    private static Template? Parse(string text, string file, DiagnosticBag bag)
    {
        if (text.Length > TemplateLimits.Source)
        {
            bag.Add(StageDiagnostics.TemplateSyntax, SourceSpan.WholeFile(file), $"a template has at most {TemplateLimits.Source} characters");
            return null;
        }

        var template = Template.Parse(text, file, new ParserOptions { ExpressionDepthLimit = TemplateLimits.Depth });
        foreach (var message in template.Messages.Where(m => m.Type == ParserMessageType.Error))
        {
            bag.Add(StageDiagnostics.TemplateSyntax, SpanOf(message.Span, file), OneLine(message.Message));
        }

        return template.HasErrors ? null : template;
    }
}
