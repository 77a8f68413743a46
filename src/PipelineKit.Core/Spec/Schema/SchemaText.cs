using System.Text.Json.Nodes;
using PipelineKit.Core.Diagnostics.Printing;

namespace PipelineKit.Core.Spec.Schema;

/// <summary>Prints a schema.</summary>
internal static class SchemaText
{
    public static string Write(JsonObject schema) => JsonText.Write(json => schema.WriteTo(json));
}
