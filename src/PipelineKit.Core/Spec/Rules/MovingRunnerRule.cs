using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>A label names one image, so that the same commit runs in the same place.</summary>
internal sealed class MovingRunnerRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1047", "Runner image that moves", Severity.Warning);

    public void Check(SpecDocument spec, RuleContext context)
    {
        foreach (var (os, _) in spec.Runners)
        {
            foreach (var label in Labels(spec.Source.At("runners", os, "github")?.Value))
            {
                if (label.Value.EndsWith("-latest", StringComparison.OrdinalIgnoreCase))
                {
                    context.Report(label.Span, $"the label {MessageText.Quote(label.Value)} stands for another image from time to time", "name a version: ubuntu-24.04");
                }
            }
        }
    }

    private static IEnumerable<SourceScalar> Labels(SourceNode? node) => node switch
    {
        SourceScalar scalar => [scalar],
        SourceList list => list.Items.OfType<SourceScalar>(),
        _ => [],
    };
}
