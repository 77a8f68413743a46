using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec.Text;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>The prefix is what may stand before the name of an image.</summary>
internal sealed class ImagePrefixRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1045", "Invalid prefix of images", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        if (spec.ImagesPrefix is { } prefix && !ImageName.IsPrefix(prefix.Value))
        {
            context.Report(prefix.Span, $"images.prefix may not be {MessageText.Quote(prefix.Value)}", "a registry and a path without scheme, for example registry.example.com/mirror");
        }
    }
}
