using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>A stage that runs once for the repository is listed at the top level.</summary>
internal sealed class RepositoryStageRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1040", "Stage of the whole repository in a project", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        foreach (var stage in spec.Projects.SelectMany(p => p.Stages).Where(s => s.OfProject))
        {
            if (context.Catalog.FindStage(stage.Id.Value) is { RepositoryScope: true })
            {
                context.Report(
                    stage.Id.Span,
                    $"the stage {MessageText.Quote(stage.Id.Value)} runs once for the whole repository, not for a project",
                    "move it to the `stages` of the top level");
            }
        }
    }
}
