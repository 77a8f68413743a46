using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec.Reading;
using PipelineKit.Core.Stages;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>What the manifest of a stage or the file of a stack calls required is given.</summary>
internal sealed class MissingInputRule : ISpecRule
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK1051", "A required input is missing", Severity.Error);

    public void Check(SpecDocument spec, RuleContext context)
    {
        foreach (var project in spec.Projects)
        {
            if (context.Catalog.FindStack(project.Stack.Value) is { } stack)
            {
                var missing = Missing(StackOptionsReader.Definitions(stack), project.Options, project.OptionsSource, stack.Id);
                Report(context, project.OptionsSource?.Span ?? project.Stack.Span, $"the stack {MessageText.Quote(stack.Id)} needs the option", stack.Id, missing);
            }

            foreach (var stage in project.Stages.Where(s => s.Inline is null))
            {
                var id = stage.Id.Value;
                var missing = Missing(context.Catalog.FindStage(id)?.Inputs ?? [], stage.Inputs, stage.Source, project.Stack.Value);
                Report(context, stage.Id.Span, $"the stage {MessageText.Quote(id)} needs the input", id, missing);
            }
        }
    }

    // A value of a wrong form is absent too, and was told already.
    private static IEnumerable<InputDefinition> Missing(
        IReadOnlyList<InputDefinition> definitions, IReadOnlyDictionary<string, object?> values, SourceMap? source, string stack) => definitions.Where(d =>
            d.Required && (d.Stacks.Count == 0 || d.Stacks.Contains(stack, StringComparer.Ordinal)) && values.GetValueOrDefault(d.Name) is null && source?.Find(d.Name) is null);

    private static void Report(RuleContext context, SourceSpan place, string what, string key, IEnumerable<InputDefinition> missing)
    {
        foreach (var input in missing)
        {
            context.Report(place, $"{what} {MessageText.Quote(input.Name)}: {input.Description}", $"write `{key}: {{ {input.Name}: … }}`");
        }
    }
}
