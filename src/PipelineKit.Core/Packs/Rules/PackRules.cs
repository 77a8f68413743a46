using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec;
using PipelineKit.Core.Stages.Catalog;

namespace PipelineKit.Core.Packs.Rules;

/// <summary>The kinds of rules that packs can have, in the order of their codes.</summary>
internal static class PackRules
{
    public static IReadOnlyList<IPackRule> All { get; } =
    [
        new RequiredRule(), // PK5010
        new MinimumRule(), // PK5011
        new PackFailOnRule(), // PK5012
        new AllowRule(), // PK5013
        new ForbiddenRule(), // PK5014
        new LockedRule(), // PK5015
        new ShadowRule(), // PK5016
        new PackPatchRule(), // PK5017
    ];

    /// <summary>Applies the rules of all packs.</summary>
    public static void Check(PackSet packs, SpecDocument spec, StageCatalog catalog, DateOnly? today, DiagnosticBag diagnostics)
    {
        foreach (var rule in All)
        {
            var context = new PackRuleContext(rule, spec, catalog, today, diagnostics);
            foreach (var pack in packs.Packs)
            {
                rule.Check(pack, spec, context);
            }
        }
    }

    /// <summary>The stages of a spec with their projects.</summary>
    public static IEnumerable<(SpecProject Project, SpecStage Stage)> StagesOf(SpecDocument spec) => spec.Projects.SelectMany(p => p.Stages.Select(s => (p, s)));
}
