using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>A tool says itself which stages may list it.</summary>
internal sealed class ToolForStageRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1014", "Tool not for this stage", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        foreach (var stage in spec.Projects.SelectMany(p => p.Stages))
        {
            foreach (var tool in stage.Tools ?? [])
            {
                if (stage.Inline is not null)
                {
                    context.Report(tool.Span, "an inline stage has no tools: it runs its own commands", "remove `tools`");
                }
                else if (context.Catalog.FindTool(tool.Value) is { Stages.Count: > 0 } known && !known.Stages.Contains(stage.Id.Value))
                {
                    context.Report(
                        tool.Span,
                        $"the tool {MessageText.Quote(tool.Value)} does not serve the stage {MessageText.Quote(stage.Id.Value)}; only {MessageText.List([.. known.Stages])}");
                }
            }
        }
    }
}
