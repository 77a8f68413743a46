using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec;
using PipelineKit.Core.Stages.Catalog;
using PipelineKit.Core.Stages.Documents;
using PipelineKit.Core.Stages.Recipes;

namespace PipelineKit.Core.Stages.Rendering;

/// <summary>Renders the template of a stage and reads what it wrote.</summary>
public sealed class StageRenderer(StageCatalog catalog) : IStageRenderer
{
    private static readonly string[] NoValue = [""];

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
            var builder = new ToolJobBuilder(project, Scope(request, project, new Dictionary<string, object?>()), job => $".reports/{job}", Support(diagnostics), diagnostics);
            return InlineStage.Make(request, inline, project, builder);
        }

        var rendered = RenderText(request, diagnostics);
        if (rendered is null)
        {
            return null;
        }

        var optionLike = OptionLikeValues.Of(request);
        StageDocument? Read() =>
            StageDocumentReader.Read(rendered.Marked, rendered.RepositoryScope, new DocumentContext(rendered.File, optionLike, diagnostics));

        // What is refused depends on the values of the spec only where one of them looks like an option.
        return optionLike.Count > 0 ? Read() : rendered.Layer.Documents.Get(rendered.File, rendered.Marked, Read);
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
            var stacks = manifest.Stacks.Count == 0 ? "none at all" : $"one for {string.Join(", ", manifest.Stacks.Select(s => $"\"{s}\""))}";
            diagnostics.Add(
                StageDiagnostics.NoTemplate, id.Span, $"the stage \"{manifest.Id}\" has no template for the stack \"{stack.Id}\"; it has {stacks}");
            return null;
        }

        catalog.Use(path);
        var before = diagnostics.Count;
        CheckOptions(request, stack, diagnostics);
        var facts = new StageFacts(request, manifest, ProjectFacts.Of(request.Project, stack));
        var scope = Scope(request, facts.Project, facts.Inputs);
        var builder = new ToolJobBuilder(facts.Project, scope, facts.ReportsFolder, Support(diagnostics), diagnostics);
        var jobs = builder.Build(manifest.Id, new ToolResolver(catalog, Pinned(request.Spec), diagnostics).Resolve(manifest.Id, Tools(request, manifest, stack), facts.Project));
        var services = ServiceInputs.Read(facts, catalog, diagnostics);
        if (diagnostics.Count != before)
        {
            return null;
        }

        var globals = StageGlobals.Make(facts, jobs, Installs(jobs), services);
        var marked = new TemplateRun(catalog, diagnostics).Render(path, globals);
        return marked is null ? null : new RenderedText(layer, $"{layer.DisplayName(path)} (rendered)", marked, manifest.RepositoryScope);
    }

    private static void CheckOptions(StageRequest request, StackDefinition stack, DiagnosticBag diagnostics)
    {
        foreach (var option in stack.Recipe.Required.Where(o => request.Project.Options.GetValueOrDefault(o) is null))
        {
            diagnostics.Add(
                StageDiagnostics.MissingOption,
                request.Project.OptionsSource?.Span ?? request.Project.Stack.Span,
                $"the stack \"{stack.Id}\" needs the option \"{option}\"",
                $"write `{stack.Id}: {{ {option}: … }}`");
        }
    }

    private static IReadOnlyList<Spanned<string>> Tools(StageRequest request, StageManifest manifest, StackDefinition stack)
    {
        if (request.Stage.Tools is { } tools)
        {
            return tools;
        }

        var named = (request.Stage.Inputs.GetValueOrDefault("tool") as string) is { } tool ? [tool] : (IReadOnlyList<string>?)null;
        var ids = named
            ?? manifest.DefaultTools.GetValueOrDefault($"{stack.Id}/{ProjectFacts.Of(request.Project, stack).Manager}")
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

    private Scope Scope(StageRequest request, ProjectFacts project, IReadOnlyDictionary<string, object?> inputs)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["stack"] = project.Stack,
            ["manager"] = project.Manager,
            ["spec"] = request.Spec.File,
            ["pipelinekit.source"] = request.Spec.PipelineKit?.Source,
            ["project.path"] = request.Project.Path.Value,
            ["project.up"] = Up(request.Project.Path.Value),
            ["project.root"] = request.Project.Path.Value == "." ? "." : Up(request.Project.Path.Value).TrimEnd('/'),
            ["project.lock"] = project.Lock,
            ["project.name"] = request.Project.Name?.Value ?? request.Spec.Name.Value,
            ["project.suffix"] = request.Project.Name is { } suffix ? "-" + suffix.Value : "",
        };
        foreach (var (name, value) in inputs)
        {
            values.Add(name, value);
        }

        foreach (var (name, options) in project.Recipe.Names)
        {
            values.Add(name, options.Select(o => project.Options.GetValueOrDefault(o)).FirstOrDefault(Recipes.Scope.IsTrue, NoValue));
        }

        foreach (var (name, value) in project.Options)
        {
            values.Add($"stack.{name}", value);
        }

        return new Scope(values, new Scope(name => name.StartsWith("pins.", StringComparison.Ordinal) ? Pinned(request.Spec)(name["pins.".Length..]) : null));
    }

    // From the project's folder to the repository's root.
    private static string Up(string path) => path == "." ? "" : string.Concat(path.Split('/').Select(_ => "../"));

    private Func<string, string?> Support(DiagnosticBag diagnostics) => name =>
    {
        catalog.Use($"support/{name}");
        return catalog.LayerOf($"support/{name}")?.ReadText($"support/{name}", diagnostics);
    };

    private Func<string, string?> Pinned(SpecDocument spec) => id => spec.Pins.GetValueOrDefault(id)?.Value ?? catalog.Pins.FindTool(id);
}
