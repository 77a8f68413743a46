using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>The parts of a condition can hold together.</summary>
internal sealed class ContradictoryWhenRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1046", "Condition that can never hold", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        foreach (var stage in spec.Projects.SelectMany(p => p.Stages))
        {
            if (stage.When is { } when && Contradiction(when) is var (key, message) && stage.Source.At("when", key) is { } entry)
            {
                context.Report(entry.Key.Span, message, "add the event, or remove the key");
            }
        }
    }

    private static (string Key, string Message)? Contradiction(Condition when) => when switch
    {
        { Events: PipelineEvents.None } => null,
        { Tags.Count: > 0 } when !when.Events.HasFlag(PipelineEvents.Tag) => ("tags", "tags are given, but the event \"tag\" is not among the events"),
        { Branches.Count: > 0 } when !when.Events.HasFlag(PipelineEvents.Push) => ("branches", "branches are given, but the event \"push\" is not among the events"),
        { OnlyManual: true } when !when.Events.HasFlag(PipelineEvents.Manual) => ("only-manual", "only-manual is given, but the event \"manual\" is not among the events"),
        _ => null,
    };
}
