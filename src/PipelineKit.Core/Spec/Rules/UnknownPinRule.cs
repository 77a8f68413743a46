using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>Pins are for tools, toolchains and images that the library pins.</summary>
internal sealed class UnknownPinRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1033", "Pin of something unknown", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        var catalog = context.Catalog;
        foreach (var (key, _) in spec.Source.MapAt("pins")?.Entries ?? [])
        {
            if (catalog.Pins.FindTool(key.Value) is null && catalog.FindTool(key.Value) is null && catalog.FindToolchain(key.Value) is null)
            {
                context.ReportUnknown(new(key.Value, key.Span), "tool in pins", catalog.Pins.ToolIds.Concat(catalog.ToolIds));
            }
        }
    }
}
