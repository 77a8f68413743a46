using System.Text.Json;
using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary><c>object.from_json</c>; nesting is bounded by the JSON reader.</summary>
internal static class JsonReading
{
    public static object? Read(in BuiltinArguments arguments)
    {
        if (arguments.TextOrNull(0) is not { } text)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return JsonValues.ToScript(document.RootElement);
        }
        catch (JsonException invalid)
        {
            throw arguments.Fail(invalid.Message);
        }
    }
}
