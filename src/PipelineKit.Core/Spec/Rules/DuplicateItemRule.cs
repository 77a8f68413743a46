using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>Lists of names hold each of them once.</summary>
internal sealed class DuplicateItemRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1036", "Listed twice", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        Check(spec.Targets, "targets", context);
        Check(spec.AlsoBranches, "branches.also", context);
        foreach (var stage in spec.Projects.SelectMany(p => p.Stages))
        {
            Check(stage.Tools ?? [], "tools", context);
            Check(stage.Secrets, "secrets", context);
            Check(stage.Needs, "needs", context);
        }
    }

    private static void Check(IReadOnlyList<Spanned<string>> items, string what, RuleContext context)
    {
        if (items.Count < 2)
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items.Where(item => !seen.Add(item.Value)))
        {
            context.Report(item.Span, $"{what} lists {MessageText.Quote(item.Value)} twice", "remove one of them");
        }
    }
}
