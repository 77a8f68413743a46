using PipelineKit.Core.Model;
using PipelineKit.Core.Stages.Reading;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Stages.Documents;

/// <summary>Reads argument lists, and refuses a value of the spec that a program would take for an option.</summary>
internal static class ArgumentListReader
{
    public static IReadOnlyList<Value> Read(SourceNode node, DocumentContext context)
    {
        if (node is not SourceList list || list.Items.Count == 0)
        {
            context.Diagnostics.Add(StageDiagnostics.WrongValue, node.Span, $"a command must be a list of at least one argument, not {node.KindName}");
            return [];
        }

        var result = new List<Value>(list.Items.Count);
        var onlyOperands = false;
        foreach (var item in list.Items)
        {
            if (ValueReader.Argument(item, context.Diagnostics) is not { } value)
            {
                continue;
            }

            if (value is LiteralValue literal)
            {
                CheckOption(literal.Text, onlyOperands, item, context);
                onlyOperands |= literal.Text == "--";
            }

            result.Add(value);
        }

        CheckProgram(result, list, context);
        return result;
    }

    // What a program reads as an option is for the template to say; "--" and "name=" make a value harmless.
    private static void CheckOption(string text, bool onlyOperands, SourceNode item, DocumentContext context)
    {
        if (!onlyOperands && context.Options.FirstOrDefault(o => text.StartsWith(o, StringComparison.Ordinal)) is { } option)
        {
            context.Diagnostics.Add(
                StageDiagnostics.OptionFromSpec,
                item.Span,
                $"the argument \"{text}\" comes from the value \"{option}\" of the spec and would be read as an option",
                "values that start with \"-\" are allowed only after \"--\" or behind \"name=\"");
        }
    }

    private static void CheckProgram(List<Value> argv, SourceList list, DocumentContext context)
    {
        if (argv is [LiteralValue { Text: "" } or not LiteralValue, ..])
        {
            context.Diagnostics.Add(StageDiagnostics.WrongValue, list.Items[0].Span, "the first argument is the program and must be a text");
        }
    }
}
