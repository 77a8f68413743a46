using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages.Reading;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Stages.Documents;

/// <summary>Paths of a stage document: relative to the project's folder, with forward slashes, never outside it.</summary>
internal static class Paths
{
    public static string? Read(MapReader map, string key) =>
        map.Node(key) is { } node && Scalars.Text(node, $"\"{key}\"", map.Diagnostics) is { } path ? Checked(path, node, map.Diagnostics) : null;

    public static string Required(MapReader map, string key)
    {
        _ = map.Required(key);
        return Read(map, key) ?? "";
    }

    public static IReadOnlyList<string> ReadMany(MapReader map, string key)
    {
        foreach (var item in map.Items(key))
        {
            if (item is SourceScalar scalar)
            {
                Checked(scalar.Value, item, map.Diagnostics);
            }
        }

        return map.Texts(key);
    }

    private static string Checked(string path, SourceNode node, DiagnosticBag diagnostics)
    {
        var outside = path.Length == 0 || path[0] == '/' || path.Contains('\\', StringComparison.Ordinal) || (path.Length > 1 && path[1] == ':')
            || path.Split('/').Contains("..", StringComparer.Ordinal) || path.Any(char.IsControl);
        if (outside)
        {
            diagnostics.Add(StageDiagnostics.WrongValue, node.Span, $"\"{path}\" is no path inside the project", "write it relative to the project, with \"/\"");
        }

        return path;
    }
}
