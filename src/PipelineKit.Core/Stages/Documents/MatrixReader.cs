using PipelineKit.Core.Model;
using PipelineKit.Core.Stages.Reading;

namespace PipelineKit.Core.Stages.Documents;

/// <summary>Reads <c>matrix:</c>.</summary>
internal static class MatrixReader
{
    public static Matrix Read(MapReader map)
    {
        var axes = map.ListMap("axes");
        var all = new List<MatrixAxis>(axes.Count);
        foreach (var (name, values) in axes)
        {
            all.Add(new MatrixAxis(name, values));
        }

        var matrix = new Matrix
        {
            Axes = all,
            Exclude = [.. map.Items("exclude").Select(item => Pairs(item, map)).OfType<IReadOnlyDictionary<string, string>>()],
            FailFast = map.Flag("fail-fast") ?? false,
            Primary = map.TextMap("primary"),
        };
        if (axes.Count == 0 || axes.Values.Any(values => values.Count == 0))
        {
            map.Diagnostics.Add(StageDiagnostics.MissingKey, map.Span, "\"matrix\" needs at least one axis with at least one value");
        }

        foreach (var (axis, value) in matrix.Primary)
        {
            if (!axes.TryGetValue(axis, out var values) || !values.Contains(value, StringComparer.Ordinal))
            {
                map.Diagnostics.Add(StageDiagnostics.WrongValue, map.Span, $"\"primary\" names {axis} \"{value}\", which the axes do not have");
            }
        }

        map.Finish();
        return matrix;
    }

    private static Dictionary<string, string>? Pairs(Yaml.SourceNode node, MapReader map)
    {
        if (MapReader.Of(node, "an entry of \"exclude\"", map.Diagnostics) is null || node is not Yaml.SourceMap pairs)
        {
            return null;
        }

        return pairs.Entries.ToDictionary(
            e => e.Key.Value, e => Scalars.Text(e.Value, $"\"exclude.{e.Key.Value}\"", map.Diagnostics) ?? "", StringComparer.Ordinal);
    }
}
