using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages;

namespace PipelineKit.Core.Spec.Reading;

/// <summary>Reads typed inputs and fills in their defaults. Every input of the definition has an entry in the result; one that is absent without default is null.</summary>
internal static class InputReader
{
    public static IReadOnlyDictionary<string, object?> Read(IReadOnlyList<InputDefinition> definitions, KeyReader keys, string stack, SpecReading reading)
    {
        var result = new OrderedDictionary<string, object?>(definitions.Count, StringComparer.Ordinal);
        foreach (var definition in definitions)
        {
            var fits = definition.Stacks.Count == 0 || definition.Stacks.Contains(stack);
            if (!fits)
            {
                RefuseForStack(definition, keys, stack, reading);
            }

            var value = fits && keys.Take(definition.Name) is { } node ? InputValue.Read(definition, node, reading) : null;
            result[definition.Name] = value ?? (fits ? Default(definition, stack) : null);
        }

        return result;
    }

    private static object? Default(InputDefinition definition, string stack)
    {
        var value = definition.DefaultByStack.GetValueOrDefault(stack) ?? definition.Default;
        return definition.Type == InputType.Number && value is long whole ? (double)whole : value;
    }

    private static void RefuseForStack(InputDefinition definition, KeyReader keys, string stack, SpecReading reading)
    {
        if (keys.TakeOrEmpty(definition.Name) is not null && keys.Map.Find(definition.Name) is { } entry)
        {
            reading.Report(
                SpecDiagnostics.InputNotForStack,
                entry.Key.Span,
                $"{MessageText.Quote(definition.Name)} is not for {MessageText.Quote(stack)}; only for {MessageText.List([.. definition.Stacks])}",
                "remove it, or set it in the projects it is for");
        }
    }
}
