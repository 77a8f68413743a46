using System.Text.Encodings.Web;
using System.Text.Json;

namespace PipelineKit.Licences.Output;

/// <summary>Writes JSON as all formats need it: indented by two, <c>\n</c>, one line end at the end.</summary>
internal static class JsonOutput
{
    private const int MaximumPending = 32 * 1024;

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(Stream output, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            write(json);
        }

        output.Write("\n"u8);
    }

    /// <summary>An array property with one element per item.</summary>
    public static void Array<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
            json.Drain();
        }

        json.WriteEndArray();
    }

    /// <summary>Hands on what is written so far when it has grown: a report of many packages never lies in memory as a whole.</summary>
    public static void Drain(this Utf8JsonWriter json)
    {
        if (json.BytesPending > MaximumPending)
        {
            json.Flush();
        }
    }

    /// <summary>An object property.</summary>
    public static void Object(this Utf8JsonWriter json, string name, Action write)
    {
        json.WriteStartObject(name);
        write();
        json.WriteEndObject();
    }

    /// <summary>An object as an element of an array.</summary>
    public static void Object(this Utf8JsonWriter json, Action write)
    {
        json.WriteStartObject();
        write();
        json.WriteEndObject();
    }
}
