using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec.Text;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>An image is named with a version or a digest, so that the same commit runs in the same image.</summary>
internal sealed class MutableImageRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1035", "Image without a fixed version", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        foreach (var stage in spec.Projects.SelectMany(p => p.Stages))
        {
            if (stage.Image is { } image && ImageName.Problem(image.Value) is { } problem)
            {
                context.Report(image.Span, $"the image {MessageText.Quote(image.Value)} {problem}", "for example python:3.12.11-slim, or name@sha256:…");
            }
        }
    }
}
