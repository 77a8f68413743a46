using System.Globalization;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec;

namespace PipelineKit.Core.Packs.Rules;

/// <summary>A stage's <c>minimum</c> is at least that of the pack.</summary>
internal sealed class MinimumRule : IPackRule
{
    public string Key => "minimum";

    public DiagnosticDescriptor Descriptor => PackDiagnostics.Minimum;

    public void Check(Pack pack, SpecDocument spec, PackRuleContext context)
    {
        foreach (var (_, stage) in PackRules.StagesOf(spec))
        {
            if (!pack.Rules.Minimum.TryGetValue(stage.Id.Value, out var least) || stage.Inline is not null)
            {
                continue;
            }

            var found = stage.Inputs.GetValueOrDefault("minimum");
            if (found is null || Convert.ToDouble(found, CultureInfo.InvariantCulture) < least.Value)
            {
                var words = found is null ? "has none" : $"has {MessageText.Number(Convert.ToDouble(found, CultureInfo.InvariantCulture))}";
                context.Report(
                    pack,
                    stage.Id.Value,
                    stage.Source?.Find("minimum")?.Value.Span ?? stage.Id.Span,
                    least.Span,
                    $"the minimum of {MessageText.Quote(stage.Id.Value)} must be at least {MessageText.Number(least.Value)}; this {words}",
                    $"write {MessageText.Number(least.Value)} or more, or remove `minimum`");
            }
        }
    }
}
