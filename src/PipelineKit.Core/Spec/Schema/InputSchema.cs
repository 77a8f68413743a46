using System.Text.Json.Nodes;
using PipelineKit.Core.Spec.Text;
using PipelineKit.Core.Stages;

namespace PipelineKit.Core.Spec.Schema;

/// <summary>The schema of a typed input.</summary>
internal static class InputSchema
{
    public static JsonObject Of(InputDefinition input)
    {
        var schema = input.Type switch
        {
            InputType.Integer => Ranged("integer", input),
            InputType.Number => Ranged("number", input),
            InputType.Boolean => new JsonObject { ["type"] = "boolean" },
            InputType.List => SchemaParts.List(Item(input)),
            InputType.Map => SchemaParts.MapOf(SchemaParts.Any(Item(input), SchemaParts.List(Item(input)))),
            InputType.Duration => SchemaParts.Text(pattern: DurationText.Pattern),
            _ => Item(input),
        };
        var stacks = input.Stacks.Count == 0 ? "" : $" Only for {string.Join(", ", input.Stacks)}.";
        // In words only: the top level of a spec may leave to each project what it has to give, and the other way round.
        var required = input.Required ? " Required." : "";
        SchemaParts.Described(schema, input.Description + required + stacks);
        if (Value(input.Default) is { } value)
        {
            schema["default"] = value;
        }

        return schema;
    }

    private static JsonObject Item(InputDefinition input) => input switch
    {
        { Values.Count: > 0 } => SchemaParts.OneOf(input.Values),
        { Pattern: { } pattern } => new JsonObject { ["type"] = new JsonArray("string", "number"), ["pattern"] = $"^(?:{pattern})$" },
        _ => SchemaParts.Plain(),
    };

    private static JsonObject Ranged(string type, InputDefinition input)
    {
        var schema = new JsonObject { ["type"] = type };
        if (input.Minimum is { } minimum)
        {
            schema["minimum"] = minimum;
        }

        if (input.Maximum is { } maximum)
        {
            schema["maximum"] = maximum;
        }

        return schema;
    }

    private static JsonNode? Value(object? value) => value switch
    {
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        long whole => JsonValue.Create(whole),
        double number => JsonValue.Create(number),
        IReadOnlyDictionary<string, object?> map => new JsonObject(map.Select(e => KeyValuePair.Create(e.Key, Value(e.Value)))),
        IEnumerable<object?> list => new JsonArray([.. list.Select(Value)]),
        _ => null,
    };
}
