using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Stages.Linting.Checks;

/// <summary>A script goes to a shell, so a value in it could become a command: scripts are literal text.</summary>
internal sealed class ValueInScriptCheck : ITemplateCheck
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK2606", "A value in a script", Severity.Warning);

    public void Check(LintedStage stage, CheckContext context)
    {
        foreach (var template in stage.Templates)
        {
            foreach (var interpolation in template.Interpolations.Where(IsIn))
            {
                context.Report(
                    template.SpanOf(interpolation.Expression),
                    "a script must be literal text of the template, without values",
                    "use `argv`, or pass the value in `env` and let the script read the variable");
            }
        }
    }

    /// <summary>True for a value of a script.</summary>
    internal static bool IsIn(Interpolation interpolation) => interpolation is { Key: "script", Place: not InterpolationPlace.Comment };
}
