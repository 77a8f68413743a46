using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>What a rule may look at besides the spec, and where it reports.</summary>
internal sealed class RuleContext(ISpecRule rule, SpecOptions options, IStageCatalog catalog, DiagnosticBag diagnostics)
{
    public SpecOptions Options => options;

    public IStageCatalog Catalog => catalog;

    public void Report(SourceSpan span, string message, string? hint = null, params RelatedLocation[] related) =>
        diagnostics.Add(rule.Descriptor, span, message, hint, related);

    /// <summary>Reports a word that is not among the known ones, with the alternatives and the nearest of them.</summary>
    public void ReportUnknown(Spanned<string> word, string what, IEnumerable<string> known)
    {
        var list = known.ToList();
        Report(word.Span, $"unknown {what} {MessageText.Quote(word.Value)}; {MessageText.ExpectedOneOf(list)}", MessageText.DidYouMean(word.Value, list));
    }
}
