using System.Text.Json;

namespace PipelineKit.Core.Generation;

/// <summary>
/// <c>.pipelinekit/journal.json</c>: what the outputs may hold while a run renames them, as hashes of their bodies. After an interruption it tells a
/// file that the run had already put in place from one that a person changed. It says nothing else: no path and no text is ever taken from it, so
/// that a journal made by somebody else can name what it likes.
/// </summary>
/// <param name="Outputs">Hashes by path, as in the lock file; more than one where an earlier run was interrupted as well.</param>
internal sealed record Journal(IReadOnlyDictionary<string, IReadOnlyList<string>> Outputs)
{
    /// <summary>Its path, relative to the repository root.</summary>
    public const string FilePath = ".pipelinekit/journal.json";

    // A file has the hash of the run that was interrupted and of the one that mended it; more says that somebody else wrote this.
    private const int MostHashes = 4;

    public static Journal Empty { get; } = new(new Dictionary<string, IReadOnlyList<string>>());

    /// <summary>True when a run left a file with this content behind.</summary>
    public bool Knows(string path, string bodyHash) => Outputs.GetValueOrDefault(path)?.Contains(bodyHash, StringComparer.Ordinal) == true;

    /// <summary>The journal as JSON.</summary>
    public byte[] Print()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteStartObject("outputs");
            foreach (var path in Outputs.Keys.Order(StringComparer.Ordinal))
            {
                json.WriteStartArray(path);
                foreach (var hash in Outputs[path])
                {
                    json.WriteStringValue(hash);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>Reads a journal; null when it is none that a run wrote.</summary>
    public static Journal? Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            if (document.RootElement is not { ValueKind: JsonValueKind.Object } root
                || !root.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number != 1
                || !root.TryGetProperty("outputs", out var outputs) || outputs.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            var known = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
            foreach (var output in outputs.EnumerateObject())
            {
                if (Hashes(output.Value) is not { } hashes)
                {
                    return null;
                }

                known[output.Name] = hashes;
            }

            return new Journal(known);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second one comes from a string with half a surrogate pair.
            return null;
        }
    }

    private static List<string>? Hashes(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() is 0 or > MostHashes)
        {
            return null;
        }

        var hashes = new List<string>();
        foreach (var item in element.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String || item.GetString() is not { Length: 64 } hash || !hash.All(char.IsAsciiHexDigitLower))
            {
                return null;
            }

            hashes.Add(hash);
        }

        return hashes;
    }
}
