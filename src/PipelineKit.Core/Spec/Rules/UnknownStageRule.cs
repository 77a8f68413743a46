using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>A stage is one of the library's, or an inline one that says what to run.</summary>
internal sealed class UnknownStageRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1003", "Unknown stage", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        foreach (var stage in spec.Projects.SelectMany(p => p.Stages))
        {
            if (stage.Inline is not null || context.Catalog.FindStage(stage.Id.Value) is not null)
            {
                continue;
            }

            var near = MessageText.DidYouMean(stage.Id.Value, context.Catalog.StageIds);
            context.Report(
                stage.Id.Span,
                $"unknown stage {MessageText.Quote(stage.Id.Value)}; {MessageText.ExpectedOneOf(context.Catalog.StageIds)}",
                near ?? "a stage of one's own needs `run:`");
        }
    }
}
