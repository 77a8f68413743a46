using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages.Catalog;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;
using SourceSpan = PipelineKit.Core.Diagnostics.SourceSpan;

namespace PipelineKit.Core.Stages.Rendering;

/// <summary>Parses (once per layer) and runs templates; every failure becomes a diagnostic at its place in the template.</summary>
internal sealed class TemplateRun(StageCatalog catalog, DiagnosticBag diagnostics) : ITemplateLoader
{
    /// <summary>The output of a template, with marks around values; null when a diagnostic says why not.</summary>
    public string? Render(string path, ScriptObject globals, CancellationToken cancellation = default)
    {
        var layer = catalog.LayerOf(path)!;
        if (layer.Parsed(path, diagnostics, (text, bag) => Parse(text, layer.DisplayName(path), bag)) is not { } template)
        {
            return null;
        }

        try
        {
            return template.Render(StageTemplateContext.Create(globals, this, cancellation));
        }
        catch (ScriptRuntimeException e)
        {
            diagnostics.Add(StageDiagnostics.TemplateRun, SpanOf(e.Span, layer.DisplayName(path)), OneLine(e.OriginalMessage));
            return null;
        }
    }

    // Partials are parsed once per layer, not once per render.
    public string GetPath(TemplateContext context, Scriban.Parsing.SourceSpan callerSpan, string templateName)
    {
        var path = $"partials/{templateName}.sbn";
        if (catalog.LayerOf(path) is not { } layer)
        {
            throw new ScriptRuntimeException(callerSpan, $"there is no partial \"{templateName}\"");
        }

        var name = layer.DisplayName(path);
        if (!context.CachedTemplates.ContainsKey(name))
        {
            catalog.Use(path);
            context.CachedTemplates[name] = layer.Parsed(path, diagnostics, (text, bag) => Parse(text, name, bag))
                ?? throw new ScriptRuntimeException(callerSpan, $"the partial \"{templateName}\" cannot be used");
        }

        return name;
    }

    public string? Load(TemplateContext context, Scriban.Parsing.SourceSpan callerSpan, string templatePath) => null;

    private static Template? Parse(string text, string file, DiagnosticBag bag)
    {
        var template = Template.Parse(text, file);
        foreach (var message in template.Messages.Where(m => m.Type == ParserMessageType.Error))
        {
            bag.Add(StageDiagnostics.TemplateSyntax, SpanOf(message.Span, file), OneLine(message.Message));
        }

        return template.HasErrors ? null : template;
    }

    private static SourceSpan SpanOf(Scriban.Parsing.SourceSpan span, string file)
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

    private static string OneLine(string message) => message.ReplaceLineEndings(" ").Trim();
}
