using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>A tool is a data file of the library.</summary>
internal sealed class UnknownToolRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1005", "Unknown tool", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        foreach (var project in spec.Projects)
        {
            foreach (var stage in project.Stages)
            {
                foreach (var tool in stage.Tools ?? [])
                {
                    if (context.Catalog.FindTool(tool.Value) is null)
                    {
                        context.ReportUnknown(tool, "tool", Fitting(stage.Id.Value, project.Stack.Value, context));
                    }
                }
            }
        }
    }

    // The tools that would do here; all of them when none is known to.
    private static IEnumerable<string> Fitting(string stage, string stack, RuleContext context)
    {
        var fitting = context.Catalog.ToolIds
            .Where(id => context.Catalog.FindTool(id) is { } tool && tool.Stages.Contains(stage) && (tool.Stacks.Count == 0 || tool.Stacks.Contains(stack)))
            .ToList();
        return fitting.Count > 0 ? fitting : context.Catalog.ToolIds;
    }
}
