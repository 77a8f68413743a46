using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Packs;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec.Reading;

/// <summary>Reads <c>extends</c>: the packs of a spec, in order.</summary>
internal static class ExtendsReader
{
    public static IReadOnlyList<PackReference> Read(KeyReader keys, SpecReading reading)
    {
        var result = new List<PackReference>();
        switch (keys.Take("extends"))
        {
            case null:
                break;
            case SourceList list:
                result.AddRange(list.Items.Select(item => Entry(item, reading)).OfType<PackReference>());
                break;
            case var other:
                reading.WrongType(other, "extends", "a list", "write `extends: [{ pack: NAME, from: ./FOLDER }]`");
                break;
        }

        foreach (var again in result.GroupBy(p => p.Name.Value, StringComparer.Ordinal).SelectMany(g => g.Skip(1)))
        {
            reading.Report(SpecDiagnostics.InvalidValue, again.Name.Span, $"the pack {MessageText.Quote(again.Name.Value)} is listed twice", "keep one of them");
        }

        return result;
    }

    /// <summary>The same from a spec of which nothing else is known yet.</summary>
    public static IReadOnlyList<PackReference> Read(SourceMap spec, SpecReading reading) =>
        spec.Find("extends") is null ? [] : Read(new KeyReader(spec, "the spec", reading), reading);

    private static PackReference? Entry(SourceNode item, SpecReading reading)
    {
        if (reading.Keys(item, "an entry of extends") is not { } keys)
        {
            return null;
        }

        var name = keys.Require("pack", "the name that the pack's pack.yml has") is { } node ? reading.Text(node, "pack") : null;
        var from = keys.Require("from", $"one of {PackOrigin.Forms}") is { } place ? reading.Text(place, "from") : null;
        var version = keys.Text("version");
        keys.Finish();
        if (from is not null && PackOrigin.Of(from.Value).Kind == PackOriginKind.Unknown)
        {
            reading.Report(SpecDiagnostics.InvalidValue, from.Span, $"no pack can come from {MessageText.Quote(from.Value)}", $"write one of {PackOrigin.Forms}");
            return null;
        }

        if (version is not null && PackVersionRange.TryParse(version.Value) is null)
        {
            reading.Report(SpecDiagnostics.InvalidValue, version.Span, $"this is no range of versions: {MessageText.Quote(version.Value)}", "for example ^1.4, ~1.4.2 or \">=1.4 <2\"");
            return null;
        }

        return name is null || from is null ? null : new PackReference(name, from, version, keys.Map.Span);
    }
}
