using System.Globalization;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec;
using PipelineKit.Core.Stages.Catalog;

namespace PipelineKit.Core.Packs.Rules;

/// <summary>What a rule of a pack may look at, and where it reports. Waivers are applied here, for all rules alike.</summary>
internal sealed class PackRuleContext(IPackRule rule, SpecDocument spec, StageCatalog catalog, DateOnly? today, DiagnosticBag diagnostics)
{
    public StageCatalog Catalog => catalog;

    /// <param name="pack">Whose rule it is.</param>
    /// <param name="subject">Stage or tool, for waivers.</param>
    /// <param name="place">What weakens the rule.</param>
    /// <param name="ruleSpan">The rule.</param>
    /// <param name="message">What is weaker.</param>
    /// <param name="hint">How to mend it.</param>
    public void Report(Pack pack, string subject, SourceSpan place, SourceSpan ruleSpan, string message, string? hint = null)
    {
        var waivers = pack.Waivers.Where(w => w.Rule == rule.Key && (w.Subject is null || w.Subject == subject) && w.Repositories.Any(IsThisOne)).ToList();
        var text = $"the rule `{rule.Key}` of the pack {pack.Label}: {message}";
        var related = new RelatedLocation(ruleSpan, "the rule");
        if (today is { } day && waivers.Where(w => w.Until >= day).MaxBy(w => w.Until) is { } holds)
        {
            diagnostics.Add(PackDiagnostics.Waived, place, $"{text}; waived until {Day(holds.Until)}: {holds.Reason}", null, related, new RelatedLocation(holds.Span, "the waiver"));
        }
        else if (waivers.MaxBy(w => w.Until) is { } ended && today is not null)
        {
            diagnostics.Add(rule.Descriptor, place, $"{text}; its waiver ended on {Day(ended.Until)}", hint, related, new RelatedLocation(ended.Span, "the waiver"));
        }
        else
        {
            diagnostics.Add(rule.Descriptor, place, text, hint, related);
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // `*` stands for any text; the names of specs are few and short.
    private bool IsThisOne(string pattern)
    {
        var (name, parts) = (spec.Name.Value, pattern.Split('*'));
        var at = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var found = i == 0 ? (name.StartsWith(parts[0], StringComparison.Ordinal) ? 0 : -1) : name.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + parts[i].Length;
        }

        return parts.Length == 1 ? at == name.Length : name.EndsWith(parts[^1], StringComparison.Ordinal) && name.Length >= parts.Sum(p => p.Length);
    }
}
