using System.Text;
using System.Text.Json;

namespace PipelineKit.Cli.Fleet;

/// <summary>A fleet for programs.</summary>
internal static class FleetJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(string? name, IReadOnlyList<FleetRow> rows)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteString("fleet", name);
            json.WriteStartArray("repositories");
            foreach (var row in rows)
            {
                Write(json, row);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length) + "\n";
    }

    private static void Write(Utf8JsonWriter json, FleetRow row)
    {
        json.WriteStartObject();
        json.WriteString("folder", row.Folder);
        json.WriteString("name", row.Name);
        json.WriteString("state", FleetWords.Of(row.State));
        json.WriteString("tool", row.Tool);
        List("packs", row.Packs);
        List("stages", row.Stages);
        List("drift", row.Drift);
        List("broken", row.Broken);
        List("waived", row.Waived);
        List("errors", row.Errors);
        json.WriteEndObject();

        void List(string key, IReadOnlyList<string> values)
        {
            json.WriteStartArray(key);
            foreach (var value in values)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
        }
    }
}
