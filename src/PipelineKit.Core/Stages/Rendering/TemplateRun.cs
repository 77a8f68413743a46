using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages.Catalog;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace PipelineKit.Core.Stages.Rendering;

/// <summary>Parses (once per layer) and runs templates; every failure becomes a diagnostic at its place in the template.</summary>
internal sealed class TemplateRun(StageCatalog catalog, DiagnosticBag diagnostics) : ITemplateLoader
{
    /// <summary>The output of a template, with marks around values; null when a diagnostic says why not.</summary>
    public string? Render(string path, ScriptObject globals, CancellationToken cancellation = default)
    {
        var layer = catalog.LayerOf(path)!;
        if (TemplateParser.Parsed(layer, path, diagnostics) is not { } template)
        {
            return null;
        }

        try
        {
            return template.Render(StageTemplateContext.Create(globals, this, cancellation));
        }
        catch (ScriptRuntimeException e)
        {
            diagnostics.Add(StageDiagnostics.TemplateRun, TemplateParser.SpanOf(e.Span, layer.DisplayName(path)), TemplateParser.OneLine(e.OriginalMessage));
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
            context.CachedTemplates[name] = TemplateParser.Parsed(layer, path, diagnostics)
                ?? throw new ScriptRuntimeException(callerSpan, $"the partial \"{templateName}\" cannot be used");
        }

        return name;
    }

    public string? Load(TemplateContext context, Scriban.Parsing.SourceSpan callerSpan, string templatePath) => null;
}
