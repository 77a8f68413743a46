using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec;
using PipelineKit.Core.Spec.Rules;

namespace PipelineKit.Core.Packs.Rules;

/// <summary>Findings that are bad enough for the pack fail the stage. A tool without severities fails on every finding, which is stricter.</summary>
internal sealed class PackFailOnRule : IPackRule
{
    public string Key => "fail-on";

    public DiagnosticDescriptor Descriptor => PackDiagnostics.FailOn;

    public void Check(Pack pack, SpecDocument spec, PackRuleContext context)
    {
        foreach (var (project, stage) in PackRules.StagesOf(spec))
        {
            if (!pack.Rules.FailOn.TryGetValue(stage.Id.Value, out var weakest))
            {
                continue;
            }

            var weak = StageTools.Of(stage, project, context.Catalog)
                .Where(t => t.Severities.Count > 0 && !t.JudgesNothing && IsWeaker(stage.FailOn?.Value, weakest.Value, [.. t.Severities]))
                .Select(t => t.Id)
                .ToList();
            if (weak.Count > 0)
            {
                context.Report(
                    pack,
                    stage.Id.Value,
                    stage.FailOn?.Span ?? stage.Id.Span,
                    weakest.Span,
                    $"{MessageText.Quote(stage.Id.Value)} must fail on {MessageText.Quote(weakest.Value)} or less; this {(stage.FailOn is { } own ? $"says {MessageText.Quote(own.Value)}" : "says nothing")} ({string.Join(", ", weak)})",
                    $"write `fail-on: {weakest.Value}`, or remove `fail-on`");
            }
        }
    }

    // Severities stand weakest first. One that a tool does not have is for its data file to mend: it counts as weaker.
    private static bool IsWeaker(string? found, string rule, List<string> severities)
    {
        var (mine, most) = (found is null ? -1 : severities.IndexOf(found), severities.IndexOf(rule));
        return most >= 0 && (mine < 0 || mine > most);
    }
}
