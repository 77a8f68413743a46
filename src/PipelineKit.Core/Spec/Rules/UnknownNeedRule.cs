using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>What a stage needs is a stage of the same project, <c>STAGE/JOB</c>, or <c>gate</c>.</summary>
internal sealed class UnknownNeedRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1025", "Needs a stage that is not there", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        var everywhere = spec.Projects.SelectMany(p => p.Stages).Select(s => s.Id.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var project in spec.Projects)
        {
            var here = spec.Projects.Count == 1 ? everywhere : project.Stages.Select(s => s.Id.Value).ToHashSet(StringComparer.Ordinal);
            foreach (var stage in project.Stages.Where(s => s.Needs.Count > 0))
            {
                var known = context.Catalog.FindStage(stage.Id.Value)?.RepositoryScope == true ? everywhere : here;
                foreach (var need in stage.Needs.Where(n => n.Value != "gate" && !known.Contains(StageOf(n.Value))))
                {
                    Report(need, known.Where(id => id != stage.Id.Value), context);
                }
            }
        }
    }

    private static void Report(Spanned<string> need, IEnumerable<string> others, RuleContext context)
    {
        var known = others.Append("gate").ToList();
        var stage = StageOf(need.Value);
        var hint = MessageText.DidYouMean(stage, known)
            ?? (context.Catalog.FindStage(stage) is not null ? $"add `{stage}:` to stages" : null);
        context.Report(need.Span, $"needs names {MessageText.Quote(need.Value)}, which is not among the stages; {MessageText.ExpectedOneOf(known)}", hint);
    }

    private static string StageOf(string need) => need.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? need[..slash] : need;
}
