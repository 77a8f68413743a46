using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages.Catalog;
using PipelineKit.Core.Stages.Rendering;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Stages.Linting;

/// <summary>A stage as the checks see it: its manifest, its templates and the partials that they include.</summary>
internal sealed class LintedStage
{
    private readonly List<string> _paths = [];
    private readonly List<LintedTemplate> _templates = [];

    private LintedStage(StageCatalog catalog, StageManifest manifest) => (Catalog, Manifest) = (catalog, manifest);

    public StageCatalog Catalog { get; }

    public StageManifest Manifest { get; }

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
        stage._paths.Add($"stages/{manifest.Id}/stage.yml");
        var pending = new Queue<string>(catalog.PathsBelow($"stages/{manifest.Id}/").Where(p => p.EndsWith(".sbn", StringComparison.Ordinal)));
        while (pending.TryDequeue(out var path))
        {
            if (!stage._paths.Contains(path) && catalog.LayerOf(path) is { } layer)
            {
                stage.Add(path, layer, diagnostics);
                stage.Partials(path).ToList().ForEach(pending.Enqueue);
            }
        }

        return stage;
    }

    /// <summary>Where the manifest declares an input.</summary>
    public SourceSpan SpanOf(InputDefinition input)
    {
        var path = _paths[0];
        var layer = Catalog.LayerOf(path)!;
        var node = layer.Parsed(path, new DiagnosticBag(), (text, bag) => YamlReader.Read(text, layer.DisplayName(path), bag));
        return (node as SourceMap).At("inputs", input.Name)?.Key.Span ?? SourceSpan.WholeFile(layer.DisplayName(path));
    }

    private void Add(string path, TemplateLayer layer, DiagnosticBag diagnostics)
    {
        _paths.Add(path);
        if (TemplateParser.Parsed(layer, path, diagnostics) is { Page: { } page } && layer.ReadText(path, diagnostics) is { } text)
        {
            var name = System.IO.Path.GetFileNameWithoutExtension(path);
            var tool = path.StartsWith("stages/", StringComparison.Ordinal) && Catalog.ToolIds.Contains(name, StringComparer.Ordinal) ? Catalog.FindTool(name) : null;
            var stack = tool is { Stacks: [var only] } ? only : Catalog.StackIds.Contains(name, StringComparer.Ordinal) ? name : null;
            _templates.Add(new LintedTemplate(path, layer.DisplayName(path), text, page, tool, stack));
        }
    }

    // A name that is computed may be any of them.
    private IEnumerable<string> Partials(string path) =>
        (_templates.Find(t => t.Path == path)?.Includes ?? [])
            .SelectMany(i => i.Name is null ? Catalog.PathsBelow("partials/").Where(p => p.EndsWith(".sbn", StringComparison.Ordinal)) : [$"partials/{i.Name}.sbn"]);
}
