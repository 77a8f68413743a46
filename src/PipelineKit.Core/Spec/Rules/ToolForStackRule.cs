using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>A tool says itself which stacks it works for.</summary>
internal sealed class ToolForStackRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1015", "Tool not for this stack", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        foreach (var project in spec.Projects)
        {
            foreach (var tool in project.Stages.SelectMany(s => s.Tools ?? []))
            {
                if (context.Catalog.FindTool(tool.Value) is { Stacks.Count: > 0 } known && !known.Stacks.Contains(project.Stack.Value))
                {
                    context.Report(
                        tool.Span,
                        $"the tool {MessageText.Quote(tool.Value)} is not for {MessageText.Quote(project.Stack.Value)}; only for {MessageText.List([.. known.Stacks])}",
                        spec.Projects.Count > 1 ? "list the tools of a stack in the `stages` of its project" : null);
                }
            }
        }
    }
}
