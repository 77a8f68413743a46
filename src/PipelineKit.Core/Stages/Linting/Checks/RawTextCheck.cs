using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Stages.Linting.Checks;

/// <summary>Lists every use of <c>raw</c>: the only way by which a value of a spec can become structure of the document.</summary>
internal sealed class RawTextCheck : ITemplateCheck
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK2605", "A value that is written raw", Severity.Warning);

    public void Check(LintedStage stage, CheckContext context)
    {
        foreach (var template in stage.Templates)
        {
            foreach (var node in template.Nodes.Where(n => n.VariableName() == "raw"))
            {
                context.Report(
                    template.SpanOf(node),
                    "`raw` writes the value without quotes: what stands in it becomes a part of the document",
                    "leave it out where the value can be a whole YAML value");
            }
        }
    }
}
