using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>Options stand only where a project of that stack reads them.</summary>
internal sealed class UnusedOptionsRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1039", "Options of a stack that nobody has", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        var used = spec.Projects.Select(p => p.Stack.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var (key, _) in spec.Source?.Entries ?? [])
        {
            if (context.Catalog.StackIds.Contains(key.Value) && !used.Contains(key.Value) && used.Count > 0)
            {
                context.Report(key.Span, $"options of {MessageText.Quote(key.Value)}, but no project is of this stack", "remove them");
            }
        }
    }
}
