using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>A threshold of severity means something only for tools that grade their findings.</summary>
internal sealed class FailOnRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1016", "Tool without severities", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        foreach (var project in spec.Projects)
        {
            foreach (var stage in project.Stages.Where(s => s.FailOn is not null))
            {
                var tools = StageTools.Of(stage, project, context.Catalog);
                var without = tools.Where(t => t.Severities.Count == 0 && !t.JudgesNothing).Select(t => t.Id).ToList();
                if (tools.Count == 0 && (stage.Inline is not null || context.Catalog.FindStage(stage.Id.Value) is not null) && stage.Tools is null)
                {
                    context.Report(stage.FailOn!.Span, $"the stage {MessageText.Quote(stage.Id.Value)} has no tool with severities", "remove `fail-on`");
                }
                else if (without.Count > 0)
                {
                    context.Report(
                        stage.FailOn!.Span,
                        $"fail-on needs tools that grade their findings; without severities: {MessageText.List(without)}",
                        "remove `fail-on`: every finding fails the job then");
                }
            }
        }
    }
}
