using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages.Catalog;
using PipelineKit.Core.Stages.Rendering;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Stages.Linting;

/// <summary>A stage as the checks see it: its manifest, its templates and the partials that they include; or the package managers of a stack.</summary>
internal sealed class LintedStage
{
    private readonly List<string> _paths = [];
    private readonly List<LintedTemplate> _templates = [];

    private LintedStage(StageCatalog catalog, StageManifest? manifest) => (Catalog, Manifest) = (catalog, manifest);

    public StageCatalog Catalog { get; }

    /// <summary>The manifest of the stage; null for the package managers of a stack.</summary>
    public StageManifest? Manifest { get; }

    /// <summary>Paths of the manifest, the templates and the partials, also of those that do not parse.</summary>
    public IReadOnlyList<string> Paths => _paths;

    /// <summary>Templates and partials that parse.</summary>
    public IReadOnlyList<LintedTemplate> Templates => _templates;

    /// <summary>False when a template does not parse, so that nothing can be said about what is used nowhere.</summary>
    public bool IsWhole => _paths.Count == _templates.Count + 1;

    /// <summary>Loads a stage; null when there is none or its manifest cannot be read.</summary>
    public static LintedStage? Load(StageCatalog catalog, string idOrAlias, DiagnosticBag diagnostics)
    {
        if (catalog.FindStage(idOrAlias) is not { } manifest)
        {
            return null;
        }

        var stage = new LintedStage(catalog, manifest);
        stage.AddAll($"stages/{manifest.Id}/", "stage.yml", diagnostics);
        return stage;
    }

    /// <summary>Loads the templates of a stack's package managers; null when there is no such stack.</summary>
    public static LintedStage? LoadStack(StageCatalog catalog, string id, DiagnosticBag diagnostics)
    {
        if (!catalog.StackIds.Contains(id, StringComparer.Ordinal))
        {
            return null;
        }

        var stack = new LintedStage(catalog, null);
        stack.AddAll($"stacks/{id}/", "stack.yml", diagnostics);
        return stack;
    }

    /// <summary>Where the manifest declares an input.</summary>
    public SourceSpan SpanOf(InputDefinition input)
    {
        var path = _paths[0];
        var layer = Catalog.LayerOf(path)!;
        var node = layer.Parsed(path, new DiagnosticBag(), (text, bag) => YamlReader.Read(text, layer.DisplayName(path), bag));
        return (node as SourceMap).At("inputs", input.Name)?.Key.Span ?? SourceSpan.WholeFile(layer.DisplayName(path));
    }

    private void AddAll(string folder, string data, DiagnosticBag diagnostics)
    {
        _paths.Add(folder + data);
        var pending = new Queue<string>(Catalog.PathsBelow(folder).Where(p => p.EndsWith(".sbn", StringComparison.Ordinal)));
        while (pending.TryDequeue(out var path))
        {
            if (!_paths.Contains(path) && Catalog.LayerOf(path) is { } layer)
            {
                Add(path, layer, diagnostics);
                Partials(path).ToList().ForEach(pending.Enqueue);
            }
        }
    }

    private void Add(string path, TemplateLayer layer, DiagnosticBag diagnostics)
    {
        _paths.Add(path);
        if (TemplateParser.Parsed(layer, path, diagnostics) is { Page: { } page } && layer.ReadText(path, diagnostics) is { } text)
        {
            var name = System.IO.Path.GetFileNameWithoutExtension(path);
            var tool = path.StartsWith("stages/", StringComparison.Ordinal) && Catalog.ToolIds.Contains(name, StringComparer.Ordinal) ? Catalog.FindTool(name) : null;
            var stack = path.StartsWith("stacks/", StringComparison.Ordinal) ? path.Split('/')[1]
                : tool is { Stacks: [var only] } ? only
                : Catalog.StackIds.Contains(name, StringComparer.Ordinal) ? name
                : null;
            _templates.Add(new LintedTemplate(path, layer.DisplayName(path), text, page, tool, stack));
        }
    }

    // A name that is computed may be any of them.
    private IEnumerable<string> Partials(string path) =>
        (_templates.Find(t => t.Path == path)?.Includes ?? [])
            .SelectMany(i => i.Name is null ? Catalog.PathsBelow("partials/").Where(p => p.EndsWith(".sbn", StringComparison.Ordinal)) : [$"partials/{i.Name}.sbn"]);
}
