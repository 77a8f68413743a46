using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>A stack is a data file of the library.</summary>
internal sealed class UnknownStackRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1004", "Unknown stack", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        foreach (var stack in spec.Projects.Select(p => p.Stack))
        {
            if (context.Catalog.FindStack(stack.Value) is null)
            {
                context.ReportUnknown(stack, "stack", context.Catalog.StackIds);
            }
        }
    }
}
