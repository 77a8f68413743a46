using System.Text.Json;

namespace PipelineKit.Licences.Reading.Npm;

/// <summary>
/// The licence field of npm: a string, or in old packages an object with <c>type</c> or an array of either. npm's
/// documentation of <c>package.json</c> reads such an array as a choice: "(ISC OR GPL-3.0)".
/// </summary>
internal static class NpmLicence
{
    private const int MaximumMembers = 16;

    /// <summary>The field at the current token as one string; null if it says nothing.</summary>
    public static string? Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return NotEmpty(Json.Text(ref reader));
            case JsonTokenType.StartObject:
                return ReadObject(ref reader);
            case JsonTokenType.StartArray:
                return ReadArray(ref reader);
            default:
                reader.Skip();
                return null;
        }
    }

    private static string? ReadObject(ref Utf8JsonReader reader)
    {
        string? type = null;
        string? url = null;
        while (Json.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("type"u8) || reader.ValueTextEquals("name"u8))
            {
                type ??= NotEmpty(Json.StringValue(ref reader));
            }
            else if (reader.ValueTextEquals("url"u8))
            {
                url = NotEmpty(Json.StringValue(ref reader));
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return type ?? url;
    }

    private static string? ReadArray(ref Utf8JsonReader reader)
    {
        var names = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var name = reader.TokenType == JsonTokenType.StartArray ? SkipArray(ref reader) : Read(ref reader);
            if (name is not null && names.Count < MaximumMembers)
            {
                names.Add(name);
            }
        }

        return names.Count switch
        {
            0 => null,
            1 => names[0],
            _ => string.Join(" OR ", names.Select(name => name.Contains(" AND ", StringComparison.Ordinal) ? $"({name})" : name)),
        };
    }

    private static string? SkipArray(ref Utf8JsonReader reader)
    {
        reader.Skip();
        return null;
    }

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
