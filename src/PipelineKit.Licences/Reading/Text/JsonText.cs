using System.Text;
using System.Text.Json;

namespace PipelineKit.Licences.Reading.Text;

/// <summary>Reads JSON, also with comments and trailing commas as Bun writes it, into <see cref="LockNode"/>s.</summary>
internal static class JsonText
{
    private static readonly JsonReaderOptions Options = new()
    {
        MaxDepth = Json.MaximumDepth,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>The document.</summary>
    /// <exception cref="LockFormatException">The text names a key twice.</exception>
    /// <exception cref="JsonException">The text is not JSON or nested too deeply.</exception>
    public static LockNode Read(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes, Options);
        var lines = new LineCounter();
        reader.Read();
        var node = Value(ref reader, bytes, ref lines);
        reader.Read();
        return node;
    }

    private static LockNode Value(ref Utf8JsonReader reader, byte[] bytes, ref LineCounter lines)
    {
        var line = lines.At(bytes, reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var table = LockNode.Table(line);
                while (Json.NextProperty(ref reader))
                {
                    var key = Json.Text(ref reader);
                    var at = lines.At(bytes, reader.TokenStartIndex);
                    reader.Read();
                    table.Add(key, Value(ref reader, bytes, ref lines), at);
                }

                return table;
            case JsonTokenType.StartArray:
                var list = LockNode.List(line);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    list.Add(Value(ref reader, bytes, ref lines));
                }

                return list;
            case JsonTokenType.String:
                return new LockNode(line) { Text = Json.Text(ref reader) };
            case JsonTokenType.Null:
                return new LockNode(line);
            default:
                return new LockNode(line) { Text = Encoding.UTF8.GetString(reader.ValueSpan) };
        }
    }
}
