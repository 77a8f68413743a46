using System.Globalization;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Generation;

/// <summary>Turns YAML that was read into YAML that is to be written, for values of patches.</summary>
internal static class YamlConversion
{
    public static YamlNode ToTree(SourceNode node) => node switch
    {
        SourceScalar scalar => Scalar(scalar),
        SourceList list => new YamlList(list.Items.Select(ToTree)),
        SourceMap map => Map(map),
        _ => throw new ArgumentException(node.GetType().Name, nameof(node)),
    };

    private static YamlMap Map(SourceMap source)
    {
        var map = new YamlMap();
        foreach (var entry in source.Entries)
        {
            map.Add(entry.Key.Value, ToTree(entry.Value));
        }

        return map;
    }

    // What was a number or a boolean stays one; everything else stays text, quoted where needed.
    private static YamlScalar Scalar(SourceScalar scalar)
    {
        var bare = !scalar.Quoted && (scalar.IsNull || scalar.Value is "true" or "false"
            || (double.TryParse(scalar.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                && number.ToString(CultureInfo.InvariantCulture) == scalar.Value));
        return bare ? YamlScalar.Bare(scalar.IsNull ? "null" : scalar.Value) : new YamlScalar(scalar.Value);
    }
}
