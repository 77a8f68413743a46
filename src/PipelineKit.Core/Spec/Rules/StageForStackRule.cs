using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>A stage has a template for the stack of its project.</summary>
internal sealed class StageForStackRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1013", "Stage not for this stack", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        foreach (var project in spec.Projects.Where(p => context.Catalog.FindStack(p.Stack.Value) is not null))
        {
            foreach (var stage in project.Stages)
            {
                if (context.Catalog.FindStage(stage.Id.Value) is { Stacks.Count: > 0 } manifest && !context.Catalog.ServesStack(manifest, project.Stack.Value))
                {
                    context.Report(
                        stage.Id.Span,
                        $"the stage {MessageText.Quote(stage.Id.Value)} has no template for {MessageText.Quote(project.Stack.Value)}; only for {MessageText.List([.. manifest.Stacks])}",
                        "remove it, or add a template in .pipelinekit/stages");
                }
            }
        }
    }
}
