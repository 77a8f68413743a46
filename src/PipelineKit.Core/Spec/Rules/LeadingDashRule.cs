using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>A value of the spec that becomes an argument cannot pretend to be an option.</summary>
internal sealed class LeadingDashRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1029", "Value would be read as an option", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        foreach (var project in spec.Projects)
        {
            foreach (var stage in project.Stages)
            {
                foreach (var input in context.Catalog.FindStage(stage.Id.Value)?.Inputs ?? [])
                {
                    Check(input, stage.Source.At(input.Name)?.Value, context);
                }
            }

            foreach (var option in context.Catalog.FindStack(project.Stack.Value)?.Options ?? [])
            {
                Check(option, project.OptionsSource.At(option.Name)?.Value, context);
            }
        }
    }

    // A number may be negative; a pattern is the template author's word that the value is safe where it lands.
    private static void Check(InputDefinition input, SourceNode? node, RuleContext context)
    {
        if (node is null || input.Arguments || input.Pattern is not null || input.Type is not (InputType.String or InputType.List or InputType.Map))
        {
            return;
        }

        foreach (var scalar in Scalars(node))
        {
            if (scalar.Value.StartsWith('-'))
            {
                context.Report(
                    scalar.Span,
                    $"{input.Name} may not begin with a dash: {MessageText.Quote(scalar.Value)}",
                    "a command would read it as an option; for a file write ./ before it");
            }
        }
    }

    private static IEnumerable<SourceScalar> Scalars(SourceNode node) => node switch
    {
        SourceScalar scalar => [scalar],
        SourceList list => list.Items.SelectMany(Scalars),
        SourceMap map => map.Entries.SelectMany(e => Scalars(e.Value).Prepend(e.Key)),
        _ => [],
    };
}
