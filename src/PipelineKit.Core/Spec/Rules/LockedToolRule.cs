using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec.Rules;

/// <summary><c>tools-in-lock</c> names tools, and packages that tools bring along; any other name would change nothing.</summary>
internal sealed class LockedToolRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1061", "Unknown tool in tools-in-lock", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        foreach (var project in spec.Projects)
        {
            var names = project.OptionsSource.TextsAt("tools-in-lock").ToList();
            if (names.Count == 0)
            {
                continue;
            }

            var known = Known(context.Catalog, project.Stack.Value);
            foreach (var name in names.Where(n => !known.Contains(n.Value)))
            {
                context.ReportUnknown(name, "tool in tools-in-lock", known);
            }
        }
    }

    private static HashSet<string> Known(IStageCatalog catalog, string stack) =>
    [
        .. catalog.ToolIds.Select(catalog.FindTool).OfType<ToolDefinition>().Where(t => t.Stacks.Count == 0 || t.Stacks.Contains(stack))
            .SelectMany(t => (t.Recipe?.Requires.Select(r => r.BareName) ?? []).Append(t.Id)),
    ];
}
