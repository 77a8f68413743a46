using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Pins;
using PipelineKit.Core.Spec.Reading;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>Pins are for tools, toolchains and images that the library pins.</summary>
internal sealed class UnknownPinRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1033", "Pin of something unknown", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        var catalog = context.Catalog;
        foreach (var (key, node) in spec.Source.MapAt("pins")?.Entries.Where(e => e.Key.Value != PinsReader.DigestsKey) ?? [])
        {
            var kind = PinText.KindOf(key.Value, (node as SourceScalar)?.Value ?? "", catalog.IsImage);
            if (kind != PinKind.Tool)
            {
                if (!PinText.IsId(kind, key.Value))
                {
                    context.Report(key.Span, $"{MessageText.Quote(key.Value)} is no name of an action or image", "an action is OWNER/NAME, an image is written as in the generated files, with its tag");
                }
            }
            else if (catalog.Pins.FindTool(key.Value) is null && catalog.FindTool(key.Value) is null && catalog.FindToolchain(key.Value) is null)
            {
                context.ReportUnknown(new(key.Value, key.Span), "tool in pins", catalog.Pins.ToolIds.Concat(catalog.ToolIds));
            }
        }
    }
}
