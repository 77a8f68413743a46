using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>Needs form no circle.</summary>
internal sealed class CyclicNeedsRule : ISpecRule
{
    private const int MostShown = 20;

    public DiagnosticDescriptor Descriptor { get; } = new("PK1026", "Stages need each other", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        foreach (var project in spec.Projects)
        {
            var stages = project.Stages.DistinctBy(s => s.Id.Value).ToDictionary(s => s.Id.Value, StringComparer.Ordinal);
            var search = new Search(stages, context);
            foreach (var stage in project.Stages)
            {
                search.From(stage);
            }
        }
    }

    // Depth first, with a stack of its own: a chain of needs may be as long as the spec. Every stage and every need is looked at once.
    private sealed class Search(Dictionary<string, SpecStage> stages, RuleContext context)
    {
        private readonly HashSet<string> _done = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> _placeOnPath = new(StringComparer.Ordinal);
        private readonly List<(SpecStage Stage, int Next)> _path = [];

        public void From(SpecStage start)
        {
            Enter(start);
            while (_path.Count > 0)
            {
                var (stage, next) = _path[^1];
                if (next == stage.Needs.Count)
                {
                    _path.RemoveAt(_path.Count - 1);
                    _placeOnPath.Remove(stage.Id.Value);
                    _done.Add(stage.Id.Value);
                    continue;
                }

                _path[^1] = (stage, next + 1);
                Follow(stage.Needs[next]);
            }
        }

        private void Follow(Spanned<string> need)
        {
            if (_placeOnPath.TryGetValue(need.Value, out var at))
            {
                var circle = _path[at..].Select(p => p.Stage.Id.Value).Append(need.Value).ToList();
                var shown = circle.Count <= MostShown ? circle : [.. circle.Take(MostShown / 2), "…", .. circle.TakeLast(MostShown / 2)];
                context.Report(need.Span, $"needs go round in a circle: {string.Join(" → ", shown)}", "remove one of these needs");
            }
            else if (stages.TryGetValue(need.Value, out var next))
            {
                Enter(next);
            }
        }

        private void Enter(SpecStage stage)
        {
            if (!_done.Contains(stage.Id.Value) && _placeOnPath.TryAdd(stage.Id.Value, _path.Count))
            {
                _path.Add((stage, 0));
            }
        }
    }
}
