using System.Runtime.CompilerServices;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec;
using PipelineKit.Core.Stages;
using PipelineKit.Core.Stages.Catalog;
using PipelineKit.Core.Stages.Rendering;

namespace PipelineKit.Core.Tests.Stages;

/// <summary>Renders stages of a spec with the built-in templates.</summary>
internal sealed class StageHarness
{
    public static BuiltInTemplates BuiltIn { get; } = new();

    private StageHarness(SpecDocument? spec, StageCatalog catalog, DiagnosticBag diagnostics) => (Spec, Catalog, Diagnostics) = (spec, catalog, diagnostics);

    public SpecDocument? Spec { get; }

    public StageCatalog Catalog { get; }

    public DiagnosticBag Diagnostics { get; }

    public string Messages => string.Join('\n', Diagnostics.Sorted().Select(d => $"{d.Primary.File}:{d.Primary.Line}:{d.Primary.Column} {d.Descriptor.Code} {d.Message}"));

    public static StageHarness Load(string spec, params TemplateLayer[] layers)
    {
        var diagnostics = new DiagnosticBag();
        var catalog = new StageCatalog([.. layers, BuiltIn], diagnostics);
        var document = SpecLoader.Load(spec, new SpecOptions { File = "pipelinekit.yml", FolderName = "example", ToolVersion = "0.1.0" }, catalog, diagnostics);
        return new StageHarness(document, catalog, diagnostics);
    }

    /// <summary>Every stage of every project, in order.</summary>
    public IEnumerable<StageRequest> Requests() =>
        Spec is null ? [] : Spec.Projects.SelectMany(project => project.Stages.Select(stage => new StageRequest(Spec, project, stage)));

    public StageDocument? Render(StageRequest request) => new StageRenderer(Catalog).Render(request, Diagnostics);

    public string? RenderText(StageRequest request) => new StageRenderer(Catalog).RenderText(request, Diagnostics)?.Text;

    public static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    public static string RepositoryRoot() => Path.GetFullPath(Path.Combine(SourceFolder(), "../../.."));
}
