using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec;
using PipelineKit.Core.Spec.Rules;

namespace PipelineKit.Core.Packs.Rules;

/// <summary>No stage runs a tool that the pack forbids, listed or by default.</summary>
internal sealed class ForbiddenRule : IPackRule
{
    public string Key => "forbidden";

    public DiagnosticDescriptor Descriptor => PackDiagnostics.Forbidden;

    public void Check(Pack pack, SpecDocument spec, PackRuleContext context)
    {
        foreach (var (project, stage) in PackRules.StagesOf(spec))
        {
            var tools = StageTools.Of(stage, project, context.Catalog).Select(t => t.Id).ToList();
            foreach (var forbidden in pack.Rules.Forbidden.Where(f => tools.Contains(f.Value)))
            {
                var listed = stage.Tools?.FirstOrDefault(t => t.Value == forbidden.Value);
                context.Report(
                    pack,
                    forbidden.Value,
                    listed?.Span ?? stage.Id.Span,
                    forbidden.Span,
                    $"the tool {MessageText.Quote(forbidden.Value)} is forbidden{(listed is null ? $", and {MessageText.Quote(stage.Id.Value)} runs it when `tools` is not given" : "")}",
                    "name another tool in `tools`");
            }
        }
    }
}
