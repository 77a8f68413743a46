using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec;
using PipelineKit.Core.Stages.Catalog;
using PipelineKit.Core.Stages.Documents;
using PipelineKit.Core.Stages.Recipes;

namespace PipelineKit.Core.Stages.Rendering;

/// <summary>Renders the templates of a stage and reads what they wrote.</summary>
public sealed class StageRenderer(StageCatalog catalog) : IStageRenderer
{
    /// <inheritdoc/>
    public StageDocument? Render(StageRequest request, DiagnosticBag diagnostics)
    {
        if (catalog.FindStack(request.Project.Stack.Value) is not { } stack)
        {
            return null;
        }

        if (request.Stage.Inline is { } inline)
        {
            var before = diagnostics.Count;
            var project = ProjectFacts.Of(request.Project, stack, request.Stage);
            var templates = new StageTemplates(catalog, request, project, diagnostics);
            var document = InlineStage.Make(request, inline, project, new InstallBuilder(project.Manager, () => templates.Manager(project.Manager, ToolFacts.None), diagnostics, project.HasStageOptions));
            return diagnostics.Count == before ? document : null;
        }

        var rendered = RenderText(request, diagnostics);
        if (rendered is null)
        {
            return null;
        }

        var optionLike = OptionLikeValues.Of(request, catalog);
        StageDocument? Read() => new TemplateRun(catalog, diagnostics).Read(
            rendered.Path, rendered.Globals, rendered.Marked, optionLike, (marked, context) => StageDocumentReader.Read(marked, rendered.RepositoryScope, context));

        // What is refused depends on the values of the spec only where one of them looks like an option.
        var read = optionLike.Count > 0 ? Read() : rendered.Layer.Documents.Get(rendered.File, rendered.Marked, Read);
        return read is null || request.Stage.Before.Count == 0 ? read : CommandsBefore.Put(read, request);
    }

    /// <summary>The rendered document as text, for <c>template render</c>; null when there were errors.</summary>
    public RenderedText? RenderText(StageRequest request, DiagnosticBag diagnostics)
    {
        var id = request.Stage.Id;
        if (catalog.FindStage(id.Value) is not { } manifest
            || catalog.FindStack(request.Project.Stack.Value) is not { } stack
            || LayoutOf(manifest, stack, id, diagnostics) is not { } path)
        {
            return null;
        }

        var layer = catalog.LayerOf(path)!;
        catalog.Use(path);
        var before = diagnostics.Count;
        var facts = new StageFacts(request, manifest, ProjectFacts.Of(request.Project, stack, request.Stage));
        var templates = new StageTemplates(catalog, request, facts.Project, diagnostics);
        var jobs = Jobs(facts, templates, Tools(request, manifest, stack), diagnostics);
        var services = ServiceInputs.Read(facts, catalog, diagnostics);
        if (diagnostics.Count != before)
        {
            return null;
        }

        var globals = templates.Layout(facts, jobs, services);
        return new TemplateRun(catalog, diagnostics).Render(path, globals) is { } marked
            ? new RenderedText(layer, path, globals, marked, manifest.RepositoryScope, templates.Rendered)
            : null;
    }

    private IReadOnlyList<ToolJob> Jobs(StageFacts facts, StageTemplates templates, IReadOnlyList<Spanned<string>> wanted, DiagnosticBag diagnostics)
    {
        var tools = new ToolResolver(catalog, templates.Pinned, templates.Manager, diagnostics).Resolve(facts.Manifest.Id, wanted, facts.Project);
        var installs = new InstallBuilder(
            facts.Project.Manager, () => templates.Manager(facts.Project.Manager, tools.Count > 0 ? tools[0].Facts : ToolFacts.None), diagnostics,
            facts.Project.HasStageOptions);
        var builder = new ToolJobBuilder(
            facts.Project, facts.ReportsFolder, (tool, reports) => templates.Part(facts, tool, reports), templates.Support, installs, diagnostics);
        return builder.Build(facts.Manifest.Id, tools);
    }

    // A layout of the stage's own, or the one that all stages of tools share.
    private string? LayoutOf(StageManifest manifest, StackDefinition stack, Spanned<string> id, DiagnosticBag diagnostics)
    {
        string[] own = [$"stages/{manifest.Id}/{stack.Id}.sbn", $"stages/{manifest.Id}/any.sbn"];
        if (own.FirstOrDefault(path => catalog.LayerOf(path) is not null) is { } layout)
        {
            return layout;
        }

        if (catalog.ServesStack(manifest, stack.Id))
        {
            return "partials/stage.sbn";
        }

        var stacks = manifest.Stacks.Count == 0 ? "none at all" : $"one for {string.Join(", ", manifest.Stacks.Select(s => $"\"{s}\""))}";
        diagnostics.Add(
            StageDiagnostics.NoTemplate, id.Span, $"the stage \"{manifest.Id}\" has no template for the stack \"{stack.Id}\"; it has {stacks}");
        return null;
    }

    private static IReadOnlyList<Spanned<string>> Tools(StageRequest request, StageManifest manifest, StackDefinition stack)
    {
        if (request.Stage.Tools is { } tools)
        {
            return tools;
        }

        var named = (request.Stage.Inputs.GetValueOrDefault("tool") as string) is { } tool ? [tool] : (IReadOnlyList<string>?)null;
        var ids = named
            ?? manifest.DefaultTools.GetValueOrDefault($"{stack.Id}/{ProjectFacts.Of(request.Project, stack, request.Stage).Manager}")
            ?? manifest.DefaultTools.GetValueOrDefault(stack.Id)
            ?? stack.DefaultTools.GetValueOrDefault(manifest.Id)
            ?? manifest.DefaultTools.GetValueOrDefault("any")
            ?? [];
        return [.. ids.Select(id => new Spanned<string>(id, request.Stage.Id.Span))];
    }
}
