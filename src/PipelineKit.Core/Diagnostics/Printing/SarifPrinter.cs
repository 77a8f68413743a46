using System.Text.Json;

namespace PipelineKit.Core.Diagnostics.Printing;

/// <summary>SARIF 2.1.0 (OASIS): one run, one rule per code that occurs, columns in UTF-16 units.</summary>
public sealed class SarifPrinter : IDiagnosticPrinter
{
    /// <inheritdoc/>
    public string Format => "sarif";

    /// <inheritdoc/>
    public string Print(IReadOnlyList<Diagnostic> diagnostics, PrintContext context) => JsonText.Write(json =>
    {
        var rules = diagnostics.Select(d => d.Descriptor).DistinctBy(d => d.Code).OrderBy(d => d.Code, StringComparer.Ordinal).ToList();
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(rules, context.ToolVersion, json);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var diagnostic in diagnostics)
        {
            WriteResult(diagnostic, rules.FindIndex(r => r.Code == diagnostic.Descriptor.Code), json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteTool(List<DiagnosticDescriptor> rules, string version, Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "PipelineKit");
        json.WriteString("version", version);
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Code);
            WriteText("shortDescription", rule.Title, json);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", Level(rule.Severity));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Diagnostic diagnostic, int rule, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", diagnostic.Descriptor.Code);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", Level(diagnostic.Descriptor.Severity));
        WriteText("message", diagnostic.Hint is { } hint ? $"{diagnostic.Message}\nhint: {hint}" : diagnostic.Message, json);
        json.WriteStartArray("locations");
        WriteLocation(diagnostic.Primary, null, json);
        json.WriteEndArray();
        if (diagnostic.Related is { Count: > 0 } related)
        {
            json.WriteStartArray("relatedLocations");
            foreach (var (span, message) in related)
            {
                WriteLocation(span, message, json);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteLocation(SourceSpan span, string? message, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", string.Join('/', span.File.Split('/').Select(Uri.EscapeDataString)));
        json.WriteString("uriBaseId", "%SRCROOT%");
        json.WriteEndObject();
        if (span.Line > 0)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", span.Line);
            if (span.Column > 0)
            {
                json.WriteNumber("startColumn", span.Column);
                json.WriteNumber("endColumn", span.Column + Math.Max(1, span.Length));
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        if (message is not null)
        {
            WriteText("message", message, json);
        }

        json.WriteEndObject();
    }

    private static void WriteText(string property, string text, Utf8JsonWriter json)
    {
        json.WriteStartObject(property);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string Level(Severity severity) => severity == Severity.Info ? "note" : JsonText.WordOf(severity);
}
