using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>The severity is one that every tool of the stage knows; weakest first in the message.</summary>
internal sealed class SeverityRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1017", "Unknown severity", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        foreach (var project in spec.Projects)
        {
            foreach (var stage in project.Stages)
            {
                if (stage.FailOn is not { } severity)
                {
                    continue;
                }

                foreach (var tool in StageTools.Of(stage, project, context.Catalog))
                {
                    if (tool.Severities.Count > 0 && !tool.Severities.Contains(severity.Value))
                    {
                        context.Report(
                            severity.Span,
                            $"the tool {MessageText.Quote(tool.Id)} has no severity {MessageText.Quote(severity.Value)}; expected one of {MessageText.List([.. tool.Severities])}",
                            MessageText.DidYouMean(severity.Value, tool.Severities));
                    }
                }
            }
        }
    }
}
