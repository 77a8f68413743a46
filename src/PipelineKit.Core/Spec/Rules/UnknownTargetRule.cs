using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>Targets are platforms that this program writes; outputs and patches are for targets of this spec.</summary>
internal sealed class UnknownTargetRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1006", "Unknown target", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        foreach (var target in spec.Targets)
        {
            if (!context.Options.Targets.Contains(target.Value))
            {
                context.ReportUnknown(target, "target", context.Options.Targets);
            }
        }

        CheckKeys(spec, "outputs", context);
        CheckKeys(spec, "patches", context);
    }

    private static void CheckKeys(SpecDocument spec, string key, RuleContext context)
    {
        var targets = spec.Targets.Select(t => t.Value).ToList();
        foreach (var (name, _) in spec.Source.MapAt(key)?.Entries ?? [])
        {
            if (!context.Options.Targets.Contains(name.Value))
            {
                context.ReportUnknown(new(name.Value, name.Span), $"target in {key}", context.Options.Targets);
            }
            else if (!targets.Contains(name.Value))
            {
                context.Report(name.Span, $"{key} names the target {MessageText.Quote(name.Value)}, which is not in targets", $"add {name.Value} to targets, or remove it here");
            }
        }
    }
}
