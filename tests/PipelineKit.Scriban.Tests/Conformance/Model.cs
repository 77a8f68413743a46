using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Scriban.Runtime;

namespace PipelineKit.Scriban.Tests.Conformance;

/// <summary>Reads the model of a case; objects with one member that starts with a dollar sign carry values that JSON does not have.</summary>
internal static class Model
{
    public static object? Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Value(document.RootElement);
    }

    private static object? Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object when Special(json) is { } special => special,
        JsonValueKind.Object => Object(json),
        JsonValueKind.Array => new ScriptArray(json.EnumerateArray().Select(Value)),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number when json.TryGetInt32(out var number) => number,
        JsonValueKind.Number when json.TryGetInt64(out var number) => number,
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static ScriptObject Object(JsonElement json)
    {
        var result = new ScriptObject();
        foreach (var member in json.EnumerateObject())
        {
            result[member.Name] = Value(member.Value);
        }

        return result;
    }

    private static object? Special(JsonElement json)
    {
        var members = json.EnumerateObject().ToList();
        if (members is not [{ Value.ValueKind: JsonValueKind.String } only])
        {
            return null;
        }

        var text = only.Value.GetString()!;
        return only.Name switch
        {
            "$timespan" => TimeSpan.Parse(text, CultureInfo.InvariantCulture),
            "$date" => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
            "$decimal" => decimal.Parse(text, CultureInfo.InvariantCulture),
            "$double" => double.Parse(text, CultureInfo.InvariantCulture),
            "$float" => float.Parse(text, CultureInfo.InvariantCulture),
            "$long" => long.Parse(text, CultureInfo.InvariantCulture),
            "$bigint" => BigInteger.Parse(text, CultureInfo.InvariantCulture),
            _ => null,
        };
    }
}
