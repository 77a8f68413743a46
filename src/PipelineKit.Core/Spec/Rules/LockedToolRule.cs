using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec.Rules;

/// <summary><c>tools-in-lock</c> names tools, and packages that tools bring along; any other name would change nothing.</summary>
internal sealed class LockedToolRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1061", "Unknown tool in tools-in-lock", Severity.Error);

    // Ids and pins only: reading the files of all tools would be a use of them.
    public void Check(SpecDocument spec, RuleContext context)
    {
        var known = context.Catalog.ToolIds.Concat(context.Catalog.Pins.ToolIds).ToHashSet(StringComparer.Ordinal);
        foreach (var name in spec.Projects.SelectMany(p => p.OptionsSource.TextsAt("tools-in-lock")).Where(n => !known.Contains(n.Value)))
        {
            context.ReportUnknown(name, "tool in tools-in-lock", known);
        }
    }
}
