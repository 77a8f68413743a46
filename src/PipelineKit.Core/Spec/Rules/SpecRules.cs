using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>The rules of a spec, in the order of their codes. A new rule is a class, a line here, a page in docs/reference/diagnostics and a case.</summary>
internal static class SpecRules
{
    public static IReadOnlyList<ISpecRule> All { get; } =
    [
        new UnknownStageRule(), // PK1003
        new UnknownStackRule(), // PK1004
        new UnknownToolRule(), // PK1005
        new UnknownTargetRule(), // PK1006
        new RequiresRule(), // PK1011
        new VersionFormRule(), // PK1012
        new StageForStackRule(), // PK1013
        new ToolForStageRule(), // PK1014
        new ToolForStackRule(), // PK1015
        new FailOnRule(), // PK1016
        new SeverityRule(), // PK1017
        new PathRule(), // PK1018
        new OutputCollisionRule(), // PK1019
        new OutputPlaceRule(), // PK1020
        new DuplicateProjectRule(), // PK1021
        new NameRule(), // PK1022
        new ReservedNameRule(), // PK1023
        new JobNameCollisionRule(), // PK1024
        new UnknownNeedRule(), // PK1025
        new CyclicNeedsRule(), // PK1026
        new EnvNameRule(), // PK1027
        new SecretNameRule(), // PK1028
        new LeadingDashRule(), // PK1029
        new CronRule(), // PK1030
        new GlobRule(), // PK1031
        new UnknownPinRule(), // PK1033
        new PatchRule(), // PK1034
        new MutableImageRule(), // PK1035
        new DuplicateItemRule(), // PK1036
        new CommandRule(), // PK1038
        new UnusedOptionsRule(), // PK1039
        new RepositoryStageRule(), // PK1040
        new UnknownServiceRule(), // PK1041
        new UnknownRunnerRule(), // PK1042
        new EnvAndSecretRule(), // PK1044
        new ImagePrefixRule(), // PK1045
        new ContradictoryWhenRule(), // PK1046
        new MovingRunnerRule(), // PK1047
        new ToolSourceRule(), // PK1048
        new LabelRule(), // PK1049
        new BranchFlowRule(), // PK1050
        new MissingInputRule(), // PK1051
        new OptionForManagerRule(), // PK1060
        new LockedToolRule(), // PK1061
        new CakeHostRule(), // PK1070
    ];

    /// <summary>Applies every rule.</summary>
    public static void Check(SpecDocument spec, SpecOptions options, IStageCatalog catalog, DiagnosticBag diagnostics)
    {
        foreach (var rule in All)
        {
            rule.Check(spec, new RuleContext(rule, options, catalog, diagnostics));
        }
    }
}
