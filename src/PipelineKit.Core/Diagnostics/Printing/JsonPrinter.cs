using System.Text.Json;

namespace PipelineKit.Core.Diagnostics.Printing;

/// <summary>For programs: an object with the list of diagnostics.</summary>
public sealed class JsonPrinter : IDiagnosticPrinter
{
    /// <inheritdoc/>
    public string Format => "json";

    /// <inheritdoc/>
    public string Print(IReadOnlyList<Diagnostic> diagnostics, PrintContext context) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in diagnostics)
        {
            Write(diagnostic, json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Diagnostic diagnostic, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("code", diagnostic.Descriptor.Code);
        json.WriteString("severity", JsonText.WordOf(diagnostic.Descriptor.Severity));
        json.WriteString("title", diagnostic.Descriptor.Title);
        json.WriteString("message", diagnostic.Message);
        Write(diagnostic.Primary, json);
        if (diagnostic.Hint is { } hint)
        {
            json.WriteString("hint", hint);
        }

        if (diagnostic.Related is { Count: > 0 } related)
        {
            json.WriteStartArray("related");
            foreach (var (span, message) in related)
            {
                json.WriteStartObject();
                json.WriteString("message", message);
                Write(span, json);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    // What is not known is left out: no line for a whole file, no column for a whole line.
    private static void Write(SourceSpan span, Utf8JsonWriter json)
    {
        json.WriteString("file", span.File);
        if (span.Line > 0)
        {
            json.WriteNumber("line", span.Line);
        }

        if (span is { Line: > 0, Column: > 0 })
        {
            json.WriteNumber("column", span.Column);
            json.WriteNumber("length", span.Length);
        }
    }
}
