using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>A flow and the branches that are listed beside it do not contradict each other.</summary>
internal sealed class BranchFlowRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1050", "Flow and branches contradict each other", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        if (spec.Flow is { Value: BranchFlow.Trunk } && spec.AlsoBranches.Count > 0)
        {
            context.Report(spec.AlsoBranches[0].Span, "the flow \"trunk\" has the default branch only, and `also` lists more", "write `flow: custom`, or remove `also`");
        }

        if (spec.Flow is { Value: BranchFlow.Custom } custom && spec.AlsoBranches.Count == 0)
        {
            context.Report(custom.Span, "the flow \"custom\" is what `also` lists, and it lists nothing", "list branches, or write `flow: trunk`");
        }
    }
}
