using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Stages.Linting.Checks;

/// <summary>An expression writes one whole YAML value with quotes of its own; beside other text of a scalar they become part of the text.</summary>
internal sealed class PartOfValueCheck : ITemplateCheck
{
    private const int LongestExample = 40;

    public DiagnosticDescriptor Descriptor { get; } = new("PK2601", "A value that is only a part of a scalar", Severity.Warning);

    public void Check(LintedStage stage, CheckContext context)
    {
        foreach (var template in stage.Templates)
        {
            foreach (var interpolation in template.Interpolations.Where(i => !i.IsRaw && !ValueInScriptCheck.IsIn(i)))
            {
                if (Problem(template, interpolation) is var (message, hint))
                {
                    context.Report(template.SpanOf(interpolation.Expression), message, hint);
                }
            }
        }
    }

    private static (string Message, string Hint)? Problem(LintedTemplate template, Interpolation interpolation)
    {
        var text = template.TextOf(interpolation.Expression);
        var shown = text.Length > LongestExample || text.Contains('\n', StringComparison.Ordinal) ? "x" : text;
        return interpolation.Place switch
        {
            InterpolationPlace.Plain => ("the value is only a part of a scalar, so its quotes become text", $"make all of it one expression: {{{{ \"…\" + {shown} }}}}"),
            InterpolationPlace.Quoted => ("the value stands inside quotes and brings quotes of its own", $"leave the quotes out, {{{{ {shown} }}}} writes them; with more text: {{{{ \"…\" + {shown} }}}}"),
            InterpolationPlace.Block => ("the value stands inside a block of text, so its quotes become text", $"make all of it one expression: {{{{ \"…\\n\" + {shown} }}}}"),
            _ => null,
        };
    }
}
