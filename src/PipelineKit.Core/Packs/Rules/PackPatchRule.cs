using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec;

namespace PipelineKit.Core.Packs.Rules;

/// <summary>A patch reaches only jobs of stages that no rule names: not the triggers, not the gate, not what is shared by all jobs.</summary>
internal sealed class PackPatchRule : IPackRule
{
    private const string Gate = "quality-gate";

    public string Key => "patches";

    public DiagnosticDescriptor Descriptor => PackDiagnostics.Patched;

    public void Check(Pack pack, SpecDocument spec, PackRuleContext context)
    {
        if (pack.Rules.Stages.Count == 0)
        {
            return;
        }

        foreach (var patch in spec.Patches.Where(p => !IsFree(p, pack, spec)))
        {
            context.Report(
                pack,
                patch.Target,
                patch.Path.Span,
                pack.Name.Span,
                $"a patch may change only jobs of stages that no rule is about; this one reaches {MessageText.Quote(patch.Path.Value)}",
                "remove it, or ask for the change in the pack");
        }
    }

    private static bool IsFree(SpecPatch patch, Pack pack, SpecDocument spec)
    {
        var parts = patch.Path.Value.Split('/');
        var job = patch.Target == "gitlab" ? parts.ElementAtOrDefault(1) : parts.ElementAtOrDefault(1) == "jobs" ? parts.ElementAtOrDefault(2) : null;
        var stages = PackRules.StagesOf(spec).Select(s => s.Stage.Id.Value).Where(id => job == id || job?.StartsWith(id + "-", StringComparison.Ordinal) == true).ToList();
        return job is not null && !job.StartsWith(Gate, StringComparison.Ordinal) && stages.Count > 0 && !stages.Exists(pack.Rules.Stages.Contains);
    }
}
