using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Spec.Text;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>No output overwrites another, the spec or what belongs to it.</summary>
internal sealed class OutputCollisionRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1019", "Outputs collide", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        var taken = new List<(string Path, string Owner)> { (RepositoryPaths.Normalise(spec.File), "the spec") };
        foreach (var target in spec.Targets.DistinctBy(t => t.Value))
        {
            var written = spec.Outputs.GetValueOrDefault(target.Value);
            if ((written?.Value ?? context.Options.DefaultOutputs.GetValueOrDefault(target.Value)) is not { } chosen)
            {
                continue;
            }

            var path = RepositoryPaths.Normalise(chosen);
            if (written is not null && OwnFiles.ProblemOfOutput(path) is { } reserved)
            {
                context.Report(written.Span, $"{target.Value} cannot be written to {MessageText.Quote(path)}: {reserved}", "choose another path in `outputs`");
                continue;
            }

            var other = taken.Find(t => OutputCollisions.Collide(t.Path, path));
            if (other.Path is not null)
            {
                context.Report((written ?? target).Span, $"{target.Value} would be written to {MessageText.Quote(path)}, which is {other.Owner}'s", "choose another path in `outputs`");
            }

            taken.Add((path, $"the output of {target.Value}"));
        }
    }
}
