using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PipelineKit.Core.Generation;

/// <summary>
/// Adds missing tools to a .NET tool manifest and leaves everything else in it alone, except for the version of PipelineKit itself, which the
/// spec decides.
/// </summary>
internal static class ToolManifestMerge
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, IndentSize = 2, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The merged text; the current text itself when nothing is missing.</summary>
    /// <exception cref="JsonException">The current text is no tool manifest in plain JSON.</exception>
    public static string Merge(string current, string wanted)
    {
        if (string.Equals(current, wanted, StringComparison.Ordinal))
        {
            return current;
        }

        if (JsonNode.Parse(current) is not JsonObject manifest || (manifest["tools"] ??= new JsonObject()) is not JsonObject tools)
        {
            throw new JsonException("a JSON object with an object \"tools\" was expected");
        }

        var changed = false;
        foreach (var (id, tool) in JsonNode.Parse(wanted)!["tools"]!.AsObject())
        {
            if (tools.FirstOrDefault(t => string.Equals(t.Key, id, StringComparison.OrdinalIgnoreCase)).Value is not JsonObject known)
            {
                tools[id] = tool!.DeepClone();
                changed = true;
            }
            else if (id == OwnTool.Id && known["version"]?.ToString() != tool!["version"]!.ToString())
            {
                known["version"] = tool["version"]!.DeepClone();
                changed = true;
            }
        }

        return changed ? manifest.ToJsonString(Indented) + "\n" : current;
    }
}
