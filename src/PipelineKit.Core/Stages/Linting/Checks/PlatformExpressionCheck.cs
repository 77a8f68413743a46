using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Stages.Linting.Checks;

/// <summary>A dollar sign before two braces is an expression of a platform for its author, and a dollar sign and a value for the template language.</summary>
internal sealed class PlatformExpressionCheck : ITemplateCheck
{
    private const string Opening = "${{";

    public DiagnosticDescriptor Descriptor { get; } = new("PK2602", "An expression of a platform", Severity.Warning);

    public void Check(LintedStage stage, CheckContext context)
    {
        foreach (var template in stage.Templates)
        {
            foreach (var piece in template.Texts)
            {
                var end = piece.Offset + piece.Text.Length;
                var reach = piece.IsCode ? end : Math.Min(end + 2, template.Source.Length);
                for (var at = Find(template, piece.Offset, reach); at >= 0; at = Find(template, at + Opening.Length, reach))
                {
                    context.Report(
                        template.SpanAt(at, Opening.Length),
                        "\"${{\" is no expression of a platform here: a template writes a dollar sign and the value of the expression, for every platform",
                        "use a typed value of the stage format ({ secret: NAME }, { matrix: axis }, { service: name, get: host })");
                }
            }
        }
    }

    private static int Find(LintedTemplate template, int from, int end) => from >= end ? -1 : template.Source.IndexOf(Opening, from, end - from, StringComparison.Ordinal);
}
