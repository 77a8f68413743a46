using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages.Catalog;
using PipelineKit.Core.Stages.Documents;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;
using SourceSpan = PipelineKit.Core.Diagnostics.SourceSpan;

namespace PipelineKit.Core.Stages.Rendering;

/// <summary>Parses (once per layer) and runs templates; every failure becomes a diagnostic at its place in the template.</summary>
internal sealed class TemplateRun(StageCatalog catalog, DiagnosticBag diagnostics) : ITemplateLoader
{
    /// <summary>The output of a template, with marks around values; null when a diagnostic says why not.</summary>
    public string? Render(string path, IReadOnlyList<ScriptObject> globals)
    {
        var layer = catalog.LayerOf(path)!;
        if (TemplateParser.Parsed(layer, path, diagnostics) is not { } template)
        {
            return null;
        }

        using var time = new CancellationTokenSource(TemplateLimits.Time);
        try
        {
            var context = StageTemplateContext.Rent(globals, this, time.Token);
            var text = template.Render(context);
            context.Return();
            return text;
        }
        catch (ScriptRuntimeException e)
        {
            var message = time.IsCancellationRequested ? $"the template ran for more than {TemplateLimits.Time.TotalSeconds} s" : TemplateParser.OneLine(e.OriginalMessage);
            diagnostics.Add(StageDiagnostics.TemplateRun, TemplateParser.SpanOf(e.Span, layer.DisplayName(path)), message);
            return null;
        }
    }

    /// <summary>
    /// Reads what a template rendered. What is wrong in it is told at the place in the template that wrote it, which takes a second run.
    /// </summary>
    public T? Read<T>(string path, IReadOnlyList<ScriptObject> globals, string marked, IReadOnlyCollection<string> optionLike, Func<string, DocumentContext, T?> read)
        where T : class
    {
        var file = catalog.LayerOf(path)!.DisplayName(path);
        var problems = new DiagnosticBag();
        var document = read(marked, new DocumentContext($"{file} (rendered)", optionLike, problems));
        var places = problems.Count > 0 ? PlacesOf(path, globals) : null;
        foreach (var problem in problems.Sorted())
        {
            diagnostics.Add(places is null ? problem : problem with { Primary = places.Of(problem.Primary) });
        }

        return document;
    }

    /// <summary>The place in a template of a place in what it rendered.</summary>
    public SourceSpan PlaceOf(string path, IReadOnlyList<ScriptObject> globals, SourceSpan rendered) => PlacesOf(path, globals)?.Of(rendered) ?? rendered;

    private RenderedPlaces? PlacesOf(string path, IReadOnlyList<ScriptObject> globals)
    {
        var layer = catalog.LayerOf(path)!;
        using var time = new CancellationTokenSource(TemplateLimits.Time);
        return TemplateParser.Parsed(layer, path, new DiagnosticBag()) is { } template
            ? RenderedPlaces.Of(template, StageTemplateContext.Rent(globals, this, time.Token), layer.DisplayName(path), layer.ReadText(path, new DiagnosticBag()) ?? "")
            : null;
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

    public ValueTask<string?> LoadAsync(TemplateContext context, Scriban.Parsing.SourceSpan callerSpan, string templatePath) => new((string?)null);
}
