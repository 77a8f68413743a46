using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages;

namespace PipelineKit.Core.Packs.Rules;

/// <summary>Every stage and tool that a pack has rules or defaults for exists: a slip there would be a rule that never bites.</summary>
internal static class RuleStages
{
    public static void Check(PackSet packs, IStageCatalog catalog, DiagnosticBag diagnostics)
    {
        foreach (var pack in packs.Packs)
        {
            var rules = pack.Rules;
            var named = rules.Required
                .Concat(rules.Minimum.Select(m => new Spanned<string>(m.Key, m.Value.Span)))
                .Concat(rules.FailOn.Select(f => new Spanned<string>(f.Key, f.Value.Span)))
                .Concat(rules.Locked.Select(l => new Spanned<string>(l.Key, l.Value.Span)))
                .Concat(pack.StageDefaults.Select(d => new Spanned<string>(d.Key.Split('/')[0], d.Value.Span)));
            foreach (var stage in named.Where(s => !catalog.StageIds.Contains(s.Value, StringComparer.Ordinal)))
            {
                Unknown(stage, "stage", catalog.StageIds);
            }

            foreach (var stack in pack.StageDefaults.Where(d => d.Key.Contains('/', StringComparison.Ordinal)).Select(d => new Spanned<string>(d.Key[(d.Key.IndexOf('/', StringComparison.Ordinal) + 1)..], d.Value.Span)))
            {
                if (!catalog.StackIds.Contains(stack.Value, StringComparer.Ordinal))
                {
                    Unknown(stack, "stack", catalog.StackIds);
                }
            }

            foreach (var tool in rules.Forbidden.Where(t => !catalog.ToolIds.Contains(t.Value, StringComparer.Ordinal)))
            {
                Unknown(tool, "tool", catalog.ToolIds);
            }

            foreach (var (stage, span) in rules.Minimum.Select(m => (m.Key, m.Value.Span)).Where(m => catalog.FindStage(m.Key) is { } manifest && !manifest.Inputs.Any(i => i.Name == "minimum")))
            {
                diagnostics.Add(PackDiagnostics.Unusable, span, $"the stage {MessageText.Quote(stage)} has no minimum that a rule could be about");
            }

            void Unknown(Spanned<string> word, string what, IReadOnlyList<string> known) => diagnostics.Add(
                PackDiagnostics.Unusable,
                word.Span,
                $"the pack {pack.Label} names the {what} {MessageText.Quote(word.Value)}, and there is none; {MessageText.ExpectedOneOf(known)}",
                MessageText.DidYouMean(word.Value, known));
        }
    }
}
