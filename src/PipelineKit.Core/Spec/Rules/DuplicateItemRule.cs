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
        for (var i = 1; i < items.Count; i++)
        {
            if (items.Take(i).Any(x => x.Value == items[i].Value))
            {
                context.Report(items[i].Span, $"{what} lists {MessageText.Quote(items[i].Value)} twice", "remove one of them");
            }
        }
    }
}
