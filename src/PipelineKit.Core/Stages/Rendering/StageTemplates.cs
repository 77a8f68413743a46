using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages.Catalog;
using PipelineKit.Core.Stages.Documents;
using PipelineKit.Core.Stages.Recipes;
using Scriban.Runtime;

namespace PipelineKit.Core.Stages.Rendering;

/// <summary>Renders and reads the templates that a stage is put together from: of its package manager and of its tools.</summary>
internal sealed class StageTemplates(StageCatalog catalog, StageRequest request, ProjectFacts project, DiagnosticBag diagnostics)
{
    private readonly ScriptObject _ofProject = StageGlobals.OfProject(request, project);
    private ScriptObject? _ofStage;
    private readonly Dictionary<(string Manager, ToolFacts Tool), ManagerDocument> _managers = [];
    private readonly IReadOnlyCollection<string> _optionLike = OptionLikeValues.Of(request, catalog);

    /// <summary>What was rendered, in order: the name of the template and its text with marks.</summary>
    public List<RenderedPart> Rendered { get; } = [];

    /// <summary>What a package manager of the stack does for a tool; nothing where it has no template.</summary>
    public ManagerDocument Manager(string manager, ToolFacts tool)
    {
        // Two tools with the same facts are run alike; the list of requirements is compared by its object, which a resolution makes once.
        if (!_managers.TryGetValue((manager, tool), out var document))
        {
            document = RenderManager(manager, tool) ?? ManagerDocument.Empty;
            _managers.Add((manager, tool), document);
        }

        return document;
    }

    /// <summary>What a tool does in a job of the stage.</summary>
    /// <param name="facts">The stage.</param>
    /// <param name="tool">The tool.</param>
    /// <param name="reports">Reports folder of the job.</param>
    public ToolPart Part(StageFacts facts, ResolvedTool tool, string reports)
    {
        ScriptObject[] globals = [_ofProject, StageOf(facts), ToolGlobals.Make(facts, tool, reports, Pinned, diagnostics)];
        var path = $"stages/{facts.Manifest.Id}/{tool.Recipe.Id}.sbn";
        var part = Render(path, globals, ToolPartReader.Read) ?? new ToolPart { Steps = [] };
        return part.Environment is { } environment
            ? part with { Environment = environment with { Span = new TemplateRun(catalog, diagnostics).PlaceOf(path, globals, environment.Span) } }
            : part;
    }

    /// <summary>What the layout of a stage sees.</summary>
    public IReadOnlyList<ScriptObject> Layout(StageFacts facts, IReadOnlyList<ToolJob> jobs, ServiceInputs services) =>
        [_ofProject, StageOf(facts), LayoutGlobals.Make(facts, jobs, services)];

    /// <summary>Text of a file in <c>templates/support/</c>, or null.</summary>
    public string? Support(string name)
    {
        catalog.Use($"support/{name}");
        return catalog.LayerOf($"support/{name}")?.ReadText($"support/{name}", diagnostics);
    }

    /// <summary>A version by the id of its pin, or null.</summary>
    public string? Pinned(string id) => request.Spec.Pins.GetValueOrDefault(id)?.Value ?? catalog.Pins.FindTool(id);

    // One object serves one stage only.
    private ScriptObject StageOf(StageFacts facts) => _ofStage ??= StageGlobals.OfStage(facts);

    private ManagerDocument? RenderManager(string manager, ToolFacts tool)
    {
        var path = $"stacks/{project.Stack}/{manager}.sbn";
        if (catalog.LayerOf(path) is null)
        {
            return null;
        }

        var facts = new ScriptObject();
        ToolGlobals.AddFacts(facts, tool);
        return Render(path, [_ofProject, facts], ManagerDocumentReader.Read);
    }

    private T? Render<T>(string path, IReadOnlyList<ScriptObject> globals, Func<string, DocumentContext, T?> read)
        where T : class
    {
        catalog.Use(path);
        var layer = catalog.LayerOf(path)!;
        var run = new TemplateRun(catalog, diagnostics);
        if (run.Render(path, globals) is not { } marked)
        {
            return null;
        }

        Rendered.Add(new RenderedPart(layer.DisplayName(path), marked));
        T? Read() => run.Read(path, globals, marked, _optionLike, read);

        // What is refused depends on the values of the spec only where one of them looks like an option.
        return _optionLike.Count > 0 ? Read() : layer.Documents.Get(path, marked, Read);
    }
}

/// <summary>What one template of a stage rendered.</summary>
/// <param name="File">The template, as messages call it.</param>
/// <param name="Marked">The text, with marks around values.</param>
internal sealed record RenderedPart(string File, string Marked);
