using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Stages.Reading;

/// <summary>Reads the files of <c>templates/pins/</c>.</summary>
internal static class PinReader
{
    /// <summary>Actions: a list of <c>{ action, version, sha }</c>; further facts (date, runs) are for people.</summary>
    public static IReadOnlyList<ActionPin> Actions(SourceNode? node, DiagnosticBag diagnostics)
    {
        var result = new List<ActionPin>();
        foreach (var item in (node as SourceList)?.Items ?? [])
        {
            if (MapReader.Of(item, "a pin", diagnostics) is { } map)
            {
                result.Add(new ActionPin(map.RequiredText("action"), map.RequiredText("version"), map.RequiredText("sha")));
                _ = (map.Text("date"), map.Text("runs"));
                map.Finish();
            }
        }

        return result;
    }

    /// <summary>Versions by id, of tools or of images.</summary>
    public static IReadOnlyDictionary<string, string> Versions(SourceNode? node, DiagnosticBag diagnostics)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in (node as SourceMap)?.Entries ?? [])
        {
            result[entry.Key.Value] = Scalars.Text(entry.Value, $"\"{entry.Key.Value}\"", diagnostics) ?? "";
        }

        return result;
    }
}
