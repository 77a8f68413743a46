using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec;
using PipelineKit.Core.Stages.Catalog;
using PipelineKit.Core.Stages.Documents;
using PipelineKit.Core.Stages.Recipes;

namespace PipelineKit.Core.Stages.Rendering;

/// <summary>Renders the template of a stage and reads what it wrote.</summary>
public sealed class StageRenderer(StageCatalog catalog) : IStageRenderer
{
    /// <inheritdoc/>
    public StageDocument? Render(StageRequest request, DiagnosticBag diagnostics)
    {
        if (catalog.FindStack(request.Project.Stack.Value) is not { } stack)
        {
            return null;
        }

        var project = ProjectFacts.Of(request.Project, stack);
        if (request.Stage.Inline is { } inline)
        {
            return InlineStage.Make(request, inline, project, Scope(request, project, []), diagnostics);
        }

        var rendered = RenderText(request, diagnostics);
        if (rendered is null)
        {
            return null;
        }

        ScriptCheck.Run(rendered.Marked, rendered.File, diagnostics);
        var context = new DocumentContext(rendered.File, SpecOptions.Of(request), diagnostics);
        return StageDocumentReader.Read(rendered.Text, rendered.RepositoryScope, context);
    }

    /// <summary>The rendered document as text, for <c>template render</c>; null when there were errors.</summary>
    public RenderedText? RenderText(StageRequest request, DiagnosticBag diagnostics)
    {
        var id = request.Stage.Id;
        if (catalog.FindStage(id.Value) is not { } manifest || catalog.FindStack(request.Project.Stack.Value) is not { } stack)
        {
            return null;
        }

        var path = $"stages/{manifest.Id}/{stack.Id}.sbn";
        path = catalog.LayerOf(path) is null ? $"stages/{manifest.Id}/any.sbn" : path;
        if (catalog.LayerOf(path) is not { } layer)
        {
            var stacks = string.Join(", ", manifest.Stacks.Select(s => $"\"{s}\""));
            diagnostics.Add(
                StageDiagnostics.NoTemplate, id.Span, $"the stage \"{manifest.Id}\" has no template for the stack \"{stack.Id}\"; it has one for {stacks}");
            return null;
        }

        var before = diagnostics.Count;
        var facts = new StageFacts(request, manifest, ProjectFacts.Of(request.Project, stack));
        var scope = Scope(request, facts.Project, facts.Inputs);
        var builder = new ToolJobBuilder(facts.Project, scope, facts.ReportsFolder, diagnostics);
        var jobs = builder.Build(manifest.Id, new ToolResolver(catalog, Pinned(request.Spec), diagnostics).Resolve(manifest.Id, Tools(request, manifest, stack), facts.Project));
        if (diagnostics.Count != before)
        {
            return null;
        }

        var globals = StageGlobals.Make(facts, jobs, Installs(jobs));
        var marked = new TemplateRun(catalog, diagnostics).Render(path, globals);
        return marked is null ? null : new RenderedText(layer.DisplayName(path), marked, manifest.RepositoryScope);
    }

    private static IReadOnlyList<Spanned<string>> Tools(StageRequest request, StageManifest manifest, StackDefinition stack)
    {
        if (request.Stage.Tools is { } tools)
        {
            return tools;
        }

        var named = (request.Stage.Inputs.GetValueOrDefault("tool") as string) is { } tool ? [tool] : (IReadOnlyList<string>?)null;
        var ids = named
            ?? manifest.DefaultTools.GetValueOrDefault(stack.Id)
            ?? manifest.DefaultTools.GetValueOrDefault("any")
            ?? [];
        return [.. ids.Select(id => new Spanned<string>(id, request.Stage.Id.Span))];
    }

    private static OrderedDictionary<string, ToolInstall> Installs(IReadOnlyList<ToolJob> jobs)
    {
        var result = new OrderedDictionary<string, ToolInstall>(StringComparer.Ordinal);
        foreach (var install in jobs.Select(j => j.Install).OfType<ToolInstall>())
        {
            result.TryAdd(install.Name, install);
        }

        return result;
    }

    private Scope Scope(StageRequest request, ProjectFacts project, IReadOnlyDictionary<string, object?> inputs) => new(
        [
            .. inputs,
            .. project.Options.Select(option => KeyValuePair.Create($"stack.{option.Key}", option.Value)),
            new("stack", project.Stack),
            new("manager", project.Manager),
            new("project.path", request.Project.Path.Value),
            new("project.lock", project.Lock),
            new("project.name", request.Project.Name?.Value ?? request.Spec.Name.Value),
        ],
        new Scope(name => name.StartsWith("pins.", StringComparison.Ordinal) ? Pinned(request.Spec)(name["pins.".Length..]) : null));

    private Func<string, string?> Pinned(SpecDocument spec) => id => spec.Pins.GetValueOrDefault(id)?.Value ?? catalog.Pins.FindTool(id);
}
