using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec;
using PipelineKit.Core.Spec.Rules;

namespace PipelineKit.Core.Packs.Rules;

/// <summary>
/// What a stage under rules is made from comes from packs and the built-in library: a template of the repository could keep the stage's name and
/// do nothing. Adding a tool is free; putting a file in the place of another one is not.
/// </summary>
internal sealed class ShadowRule : IPackRule
{
    public string Key => "shadowing";

    public DiagnosticDescriptor Descriptor => PackDiagnostics.Shadowed;

    public void Check(Pack pack, SpecDocument spec, PackRuleContext context)
    {
        var stages = PackRules.StagesOf(spec).Where(s => pack.Rules.Stages.Contains(s.Stage.Id.Value)).ToList();
        if (stages.Count == 0)
        {
            return;
        }

        foreach (var path in context.Catalog.OwnPaths.Where(p => stages.Any(s => IsPartOf(p, s.Project, s.Stage, context))))
        {
            context.Report(
                pack,
                path,
                SourceSpan.WholeFile(context.Catalog.OwnName(path)),
                pack.Name.Span,
                $"this file stands in the place of {MessageText.Quote(path)}, which a stage under the pack's rules is made from",
                "remove it, or ask for the change in the pack");
        }
    }

    private static bool IsPartOf(string path, SpecProject project, SpecStage stage, PackRuleContext context)
    {
        var ofTool = StageTools.Of(stage, project, context.Catalog).Any(t => path == $"tools/{t.Id}.yml" || path == $"stages/{stage.Id.Value}/{t.Id}.sbn");
        return ofTool
            || path == $"stages/{stage.Id.Value}/stage.yml" || path == $"stages/{stage.Id.Value}/any.sbn" || path == $"stages/{stage.Id.Value}/{project.Stack.Value}.sbn"
            || path.StartsWith($"stacks/{project.Stack.Value}/", StringComparison.Ordinal)
            || (context.Catalog.IsShadowing(path) && (path.StartsWith("partials/", StringComparison.Ordinal) || path.StartsWith("support/", StringComparison.Ordinal) || path.StartsWith("toolchains/", StringComparison.Ordinal)));
    }
}
