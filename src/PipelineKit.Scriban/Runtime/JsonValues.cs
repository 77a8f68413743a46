using System.Text.Json;

namespace Scriban.Runtime;

/// <summary>JSON values as values of the language.</summary>
internal static class JsonValues
{
    /// <summary>Integers become int or long, other numbers decimal when they fit and double otherwise.</summary>
    public static object? ToScript(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => ScriptObject.From(json),
        JsonValueKind.Array => ScriptArray.From(json),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => Number(json),
        JsonValueKind.True => Boxes.True,
        JsonValueKind.False => Boxes.False,
        _ => null,
    };

    private static object Number(JsonElement json)
    {
        if (json.TryGetInt32(out var small))
        {
            return Boxes.Of(small);
        }

        if (json.TryGetInt64(out var large))
        {
            return large;
        }

        return json.TryGetDecimal(out var exact) ? exact : json.GetDouble();
    }
}
