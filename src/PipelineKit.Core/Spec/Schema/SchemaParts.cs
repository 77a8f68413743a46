using System.Text.Json.Nodes;

namespace PipelineKit.Core.Spec.Schema;

/// <summary>The small pieces that schemas are made of (JSON Schema draft 7).</summary>
internal static class SchemaParts
{
    public static JsonObject Text(string? description = null, string? pattern = null) =>
        Described(pattern is null ? new JsonObject { ["type"] = "string" } : new JsonObject { ["type"] = "string", ["pattern"] = pattern }, description);

    /// <summary>Text that YAML may read as a number: versions, values of variables.</summary>
    public static JsonObject Plain(string? description = null) =>
        Described(new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") }, description);

    public static JsonObject Flag(string description) => Described(new JsonObject { ["type"] = "boolean" }, description);

    public static JsonObject OneOf(IEnumerable<string> words, string? description = null) =>
        Described(new JsonObject { ["enum"] = Array(words) }, description);

    public static JsonObject List(JsonObject items, string? description = null, bool atLeastOne = false)
    {
        var list = new JsonObject { ["type"] = "array", ["items"] = items };
        if (atLeastOne)
        {
            list["minItems"] = 1;
        }

        return Described(list, description);
    }

    /// <summary>A list of names, each once.</summary>
    public static JsonObject Set(JsonObject items, string description)
    {
        var list = List(items, description);
        list["uniqueItems"] = true;
        return list;
    }

    public static JsonObject MapOf(JsonObject values, string? description = null) =>
        Described(new JsonObject { ["type"] = "object", ["additionalProperties"] = values }, description);

    /// <summary>A mapping with these keys and no others.</summary>
    public static JsonObject Closed(JsonObject properties, string? description = null, params string[] required)
    {
        var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = false };
        if (required.Length > 0)
        {
            schema["required"] = Array(required);
        }

        schema["properties"] = properties;
        return Described(schema, description);
    }

    public static JsonObject Any(params JsonObject[] schemas) => new() { ["anyOf"] = new JsonArray([.. schemas]) };

    public static JsonObject Reference(string definition) => new() { ["$ref"] = "#/definitions/" + definition };

    public static JsonArray Array(IEnumerable<string> words) => new([.. words.Select(w => (JsonNode?)JsonValue.Create(w))]);

    public static JsonObject Described(JsonObject schema, string? description)
    {
        if (description is not null)
        {
            schema.Insert(0, "description", description);
        }

        return schema;
    }
}
