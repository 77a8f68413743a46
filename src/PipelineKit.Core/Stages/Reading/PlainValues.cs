using System.Globalization;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Stages.Reading;

/// <summary>Turns nodes into plain values by the YAML 1.2 core schema (YAML 1.2.2, section 10.3.2): text, long, double, bool, null, list, ordered mapping.</summary>
internal static class PlainValues
{
    public static object? Of(SourceNode node) => node switch
    {
        SourceScalar scalar => Scalar(scalar),
        SourceList list => list.Items.Select(Of).ToList(),
        SourceMap map => Map(map),
        _ => null,
    };

    public static OrderedDictionary<string, object?> Map(SourceMap map)
    {
        var result = new OrderedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var entry in map.Entries)
        {
            result[entry.Key.Value] = Of(entry.Value);
        }

        return result;
    }

    private static object? Scalar(SourceScalar scalar)
    {
        if (scalar.IsNull)
        {
            return null;
        }

        return scalar switch
        {
            { Quoted: true } => scalar.Value,
            { Value: "true" } => true,
            { Value: "false" } => false,
            _ when long.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
            _ when double.TryParse(
                scalar.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => number,
            _ => scalar.Value,
        };
    }
}
