using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Packs.Rules;

/// <summary>A spec allows no licence that the pack does not, and takes no package out of the check.</summary>
internal sealed class AllowRule : IPackRule
{
    private static readonly string[] Exceptions = ["ignore", "exceptions"];

    public string Key => "allow";

    public DiagnosticDescriptor Descriptor => PackDiagnostics.Allow;

    public void Check(Pack pack, SpecDocument spec, PackRuleContext context)
    {
        if (pack.Rules.Allow is not { } allowed)
        {
            return;
        }

        foreach (var (_, stage) in PackRules.StagesOf(spec).Where(s => s.Stage.Id.Value == PackDefaults.LicenceStage))
        {
            void Report(SourceSpan place, string message, string hint) => context.Report(pack, stage.Id.Value, place, allowed.Span, message, hint);

            var written = stage.Source.TextsAt("allow").ToList();
            foreach (var licence in written.Where(l => !allowed.Value.Contains(l.Value, StringComparer.Ordinal)))
            {
                Report(licence.Span, $"the licence {MessageText.Quote(licence.Value)} is not among those that may be allowed", $"the pack allows {MessageText.List([.. allowed.Value])}");
            }

            if (written.Count == 0)
            {
                Report(stage.Source?.Find("allow")?.Value.Span ?? stage.Id.Span, "an empty list leaves it open which licences are allowed", "remove `allow`: then the pack's list holds");
            }

            // The pack itself may leave packages out, in its defaults.
            foreach (var key in Exceptions)
            {
                if (stage.Source?.Find(key) is { } entry && entry.Key.Span.File == spec.File)
                {
                    Report(entry.Key.Span, $"`{key}` takes packages out of the check", "ask those who keep the pack: it can leave packages out in its defaults, or grant a waiver");
                }
            }
        }
    }
}
