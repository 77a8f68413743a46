using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec;

namespace PipelineKit.Core.Packs.Rules;

/// <summary>Inputs that the pack keeps to itself are not set by a spec.</summary>
internal sealed class LockedRule : IPackRule
{
    public string Key => "locked";

    public DiagnosticDescriptor Descriptor => PackDiagnostics.Locked;

    public void Check(Pack pack, SpecDocument spec, PackRuleContext context)
    {
        foreach (var (_, stage) in PackRules.StagesOf(spec))
        {
            if (!pack.Rules.Locked.TryGetValue(stage.Id.Value, out var locked))
            {
                continue;
            }

            foreach (var entry in (stage.Source?.Entries ?? []).Where(e => e.Key.Span.File == spec.File && locked.Value.Contains(e.Key.Value, StringComparer.Ordinal)))
            {
                context.Report(
                    pack,
                    stage.Id.Value,
                    entry.Key.Span,
                    locked.Span,
                    $"{MessageText.Quote(entry.Key.Value)} of {MessageText.Quote(stage.Id.Value)} is set by the pack alone",
                    $"remove `{entry.Key.Value}`");
            }
        }
    }
}
