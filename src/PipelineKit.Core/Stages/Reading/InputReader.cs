using System.Globalization;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Stages.Reading;

/// <summary>Reads typed inputs of stages and options of stacks.</summary>
internal static class InputReader
{
    // In the order of the enumeration.
    private static readonly string[] Types = ["string", "integer", "number", "boolean", "list", "map", "enum", "duration"];

    /// <summary>The word for a type.</summary>
    public static string WordOf(InputType type) => Types[(int)type];

    public static IReadOnlyList<InputDefinition> ReadAll(MapReader map, string key)
    {
        var result = new List<InputDefinition>();
        foreach (var entry in map.Entries(key))
        {
            if (MapReader.Of(entry.Value, $"\"{key}.{entry.Key.Value}\"", map.Diagnostics) is { } input)
            {
                result.Add(Read(entry.Key.Value, input));
                input.Finish();
            }
        }

        return result;
    }

    private static InputDefinition Read(string name, MapReader map)
    {
        var input = Definition(name, map);
        if (input.Required && (input.Default is not null || input.DefaultByStack.Count > 0))
        {
            map.Diagnostics.Add(StageDiagnostics.WrongValue, map.Span, $"\"{name}\" is required, so it cannot have a default", "remove `required` or the default");
        }

        return input;
    }

    private static InputDefinition Definition(string name, MapReader map) => new()
    {
        Name = name,
        Type = map.Required("type") is { } type && Scalars.Word(type, "\"type\"", Types, map.Diagnostics) is { } word ? (InputType)Array.IndexOf(Types, word) : InputType.String,
        Description = map.RequiredText("description"),
        Required = map.Flag("required") ?? false,
        Default = map.Node("default") is { } value ? PlainValues.Of(value) : null,
        DefaultByStack = map.Entries("default-by-stack").ToDictionary(e => e.Key.Value, e => PlainValues.Of(e.Value) ?? "", StringComparer.Ordinal),
        Stacks = map.Texts("stacks"),
        Values = map.Texts("values"),
        Pattern = map.Text("pattern"),
        Minimum = Number(map, "minimum"),
        Maximum = Number(map, "maximum"),
        PerStage = map.Flag("per-stage") ?? false,
        Managers = map.Texts("managers"),
        Arguments = map.Flag("arguments") ?? false,
    };

    private static double? Number(MapReader map, string key)
    {
        if (map.Node(key) is not { } node)
        {
            return null;
        }

        if (node is SourceScalar scalar && double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        map.Diagnostics.Add(StageDiagnostics.WrongValue, node.Span, $"\"{key}\" must be a number");
        return null;
    }
}
