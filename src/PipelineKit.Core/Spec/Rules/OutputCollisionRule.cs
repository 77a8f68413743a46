using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec.Text;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>No output overwrites another, the spec or what belongs to it.</summary>
internal sealed class OutputCollisionRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1019", "Outputs collide", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        var taken = new List<(string Path, string Owner)> { (spec.File, "the spec"), (".pipelinekit/lock.yml", "the lock file"), (".pipelinekit/schema.json", "the schema") };
        foreach (var target in spec.Targets.DistinctBy(t => t.Value))
        {
            var written = spec.Outputs.GetValueOrDefault(target.Value);
            if ((written?.Value ?? context.Options.DefaultOutputs.GetValueOrDefault(target.Value)) is not { } chosen)
            {
                continue;
            }

            var path = RepositoryPaths.Normalise(chosen);
            var other = taken.Find(t => Collide(t.Path, path));
            if (other.Path is not null)
            {
                context.Report((written ?? target).Span, $"{target.Value} would be written to {MessageText.Quote(path)}, which is {other.Owner}'s", "choose another path in `outputs`");
            }

            taken.Add((path, $"the output of {target.Value}"));
        }
    }

    // Case is ignored, as on Windows and macOS; a file cannot be a folder at the same time.
    private static bool Collide(string a, string b) =>
        a.Equals(b, StringComparison.OrdinalIgnoreCase)
        || a.StartsWith(b + "/", StringComparison.OrdinalIgnoreCase)
        || b.StartsWith(a + "/", StringComparison.OrdinalIgnoreCase);
}
