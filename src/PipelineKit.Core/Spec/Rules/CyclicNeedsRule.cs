using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>Needs form no circle.</summary>
internal sealed class CyclicNeedsRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1026", "Stages need each other", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        foreach (var project in spec.Projects)
        {
            var stages = project.Stages.DistinctBy(s => s.Id.Value).ToDictionary(s => s.Id.Value, StringComparer.Ordinal);
            var done = new HashSet<string>(StringComparer.Ordinal);
            foreach (var stage in project.Stages)
            {
                Visit(stage, stages, [], done, context);
            }
        }
    }

    private static void Visit(SpecStage stage, Dictionary<string, SpecStage> stages, List<string> path, HashSet<string> done, RuleContext context)
    {
        if (done.Contains(stage.Id.Value))
        {
            return;
        }

        path.Add(stage.Id.Value);
        foreach (var need in stage.Needs)
        {
            var at = path.IndexOf(need.Value);
            if (at >= 0)
            {
                context.Report(
                    need.Span,
                    $"needs go round in a circle: {string.Join(" → ", path[at..].Append(need.Value))}",
                    "remove one of these needs");
            }
            else if (stages.TryGetValue(need.Value, out var next))
            {
                Visit(next, stages, path, done, context);
            }
        }

        path.RemoveAt(path.Count - 1);
        done.Add(stage.Id.Value);
    }
}
