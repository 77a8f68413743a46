using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages.Catalog;

namespace PipelineKit.Core.Stages.Linting;

/// <summary>
/// Finds traps in stage templates without rendering them (PK26xx, warnings); a template that does not parse is PK2001, an error. A stage is linted
/// with every partial that its templates include.
/// </summary>
/// <param name="catalog">The stage library.</param>
public sealed class TemplateLinter(StageCatalog catalog)
{
    /// <summary>What the checks report, by code.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } = [.. TemplateChecks.All.Select(c => c.Descriptor)];

    /// <summary>Ids of the stages that use at least one file of a folder of the repository (<c>.pipelinekit</c>), sorted.</summary>
    public IReadOnlyList<string> OwnStages() =>
        [.. catalog.StageIds.Where(id => catalog.PathsBelow($"stages/{id}/").Any(IsOwn) || LintedStage.Load(catalog, id, new DiagnosticBag())?.Paths.Any(IsOwn) == true)];

    /// <summary>Lints a stage. An unknown stage reports nothing.</summary>
    /// <param name="stage">Id or alias.</param>
    /// <param name="diagnostics">Receives what is found.</param>
    public void Lint(string stage, DiagnosticBag diagnostics)
    {
        if (LintedStage.Load(catalog, stage, diagnostics) is { } loaded)
        {
            TemplateChecks.Check(loaded, diagnostics);
        }
    }

    /// <summary>Ids of the stacks with a template of a package manager in a folder of the repository, sorted.</summary>
    public IReadOnlyList<string> OwnStacks() => [.. catalog.StackIds.Where(id => catalog.PathsBelow($"stacks/{id}/").Any(p => p.EndsWith(".sbn", StringComparison.Ordinal) && IsOwn(p)))];

    /// <summary>Lints the templates of a stack's package managers. An unknown stack reports nothing.</summary>
    /// <param name="stack">Id.</param>
    /// <param name="diagnostics">Receives what is found.</param>
    public void LintStack(string stack, DiagnosticBag diagnostics)
    {
        if (LintedStage.LoadStack(catalog, stack, diagnostics) is { } loaded)
        {
            TemplateChecks.Check(loaded, diagnostics);
        }
    }

    private bool IsOwn(string path) => catalog.LayerOf(path) is FolderTemplates;
}
