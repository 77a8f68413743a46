using PipelineKit.Core.Spec;
using PipelineKit.Core.Spec.Rules;
using PipelineKit.Core.Stages;

namespace PipelineKit.Core.Packs.Rules;

/// <summary>A stage that does not say <c>fail-on</c> has the one of the packs' rules, where its tools grade their findings.</summary>
internal static class FailOnFloor
{
    public static SpecStage Under(SpecStage stage, SpecProject project, PackSet packs, IStageCatalog catalog)
    {
        if (stage.FailOn is not null || packs.Packs.Count == 0 || stage.Inline is not null)
        {
            return stage;
        }

        var tools = StageTools.Of(stage, project, catalog).Where(t => !t.JudgesNothing).ToList();
        var levels = tools.Count > 0 ? tools[0].Severities : [];
        var strictest = packs.Packs.Select(p => p.Rules.FailOn.GetValueOrDefault(stage.Id.Value))
            .Where(r => r is not null && tools.TrueForAll(t => t.Severities.Contains(r.Value)))
            .MinBy(r => levels.ToList().IndexOf(r!.Value));
        return strictest is null || tools.Count == 0 ? stage : stage with { FailOn = strictest };
    }
}
