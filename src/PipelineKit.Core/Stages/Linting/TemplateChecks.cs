using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages.Linting.Checks;

namespace PipelineKit.Core.Stages.Linting;

/// <summary>The checks of templates, in the order of their codes. A new check is a class, a line here, a page in docs/reference/diagnostics and a case.</summary>
internal static class TemplateChecks
{
    public static IReadOnlyList<ITemplateCheck> All { get; } =
    [
        new PartOfValueCheck(), // PK2601
        new PlatformExpressionCheck(), // PK2602
        new UnknownNameCheck(), // PK2603
        new UnusedInputCheck(), // PK2604
        new RawTextCheck(), // PK2605
        new ValueInScriptCheck(), // PK2606
        new PlatformTextCheck(), // PK2607
        new TabIndentationCheck(), // PK2608
        new MissingValueCheck(), // PK2609
    ];

    /// <summary>Applies every check.</summary>
    public static void Check(LintedStage stage, DiagnosticBag diagnostics)
    {
        foreach (var check in All)
        {
            check.Check(stage, new CheckContext(check, diagnostics));
        }
    }
}
