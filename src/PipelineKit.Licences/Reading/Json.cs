using System.Text.Json;

namespace PipelineKit.Licences.Reading;

/// <summary>Reading JSON of unknown origin: bounded depth, names and values taken without exceptions where types differ.</summary>
internal static class Json
{
    /// <summary>Deepest nesting that is read.</summary>
    public const int MaximumDepth = 64;

    /// <summary>Options of every document that is read as a tree: a name that stands twice is an error, since only one of them would count.</summary>
    public static JsonDocumentOptions DocumentOptions => new() { MaxDepth = MaximumDepth, AllowDuplicateProperties = false };

    /// <summary>A reader over a file; a byte order mark is left out.</summary>
    public static Utf8JsonReader Reader(ReadOnlySpan<byte> bytes) =>
        new(WithoutMark(bytes), new JsonReaderOptions { MaxDepth = MaximumDepth });

    /// <summary>The bytes behind a byte order mark.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes;

    /// <summary>The next property of the object the reader is in: true with its name as the current token, false at its end.</summary>
    public static bool NextProperty(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.PropertyName;
    }

    /// <summary>The string after the current name; null, skipped, if the value is something else.</summary>
    public static string? StringValue(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
        {
            return Text(ref reader);
        }

        reader.Skip();
        return null;
    }

    /// <summary>The truth value after the current name; false if the value is something else.</summary>
    public static bool BooleanValue(ref Utf8JsonReader reader)
    {
        reader.Read();
        var value = reader.TokenType == JsonTokenType.True;
        reader.Skip();
        return value;
    }

    /// <summary>Goes into the object after the current name; false, skipped, if the value is something else.</summary>
    public static bool EnterObject(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            return true;
        }

        reader.Skip();
        return false;
    }

    /// <summary>The names in the object after the current name; their values are skipped.</summary>
    public static void AddNames(ref Utf8JsonReader reader, List<string> names)
    {
        if (!EnterObject(ref reader))
        {
            return;
        }

        while (NextProperty(ref reader))
        {
            names.Add(Text(ref reader));
            reader.Read();
            reader.Skip();
        }
    }

    /// <summary>The text of the current name or string; wrong UTF-8 or a lone surrogate becomes a format error of the file.</summary>
    public static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("a string is not valid Unicode", e);
        }
    }

    /// <summary>The string property of an element; null if there is none.</summary>
    public static string? String(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("a string is not valid Unicode", e);
        }
    }

    /// <summary>The members of an array property; none if there is no such array.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray()
            : [];

    /// <summary>An object property; an empty element if there is none.</summary>
    public static JsonElement Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    /// <summary>The members of an object property; none if there is no such object.</summary>
    public static IEnumerable<JsonProperty> Members(this JsonElement element, string name) => element.Member(name).Members();

    /// <summary>The members of an object; none if the element is none.</summary>
    public static IEnumerable<JsonProperty> Members(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject() : [];
}
