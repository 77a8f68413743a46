using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages.Reading;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Packs.Reading;

/// <summary>Reads <c>defaults</c> of <c>pack.yml</c>. What stands there is checked as part of each spec that it completes.</summary>
internal static class DefaultsReader
{
    // What a spec is, and what would change it unseen, is the spec's alone to say.
    private static readonly string[] OfTheSpecAlone = ["version", "requires", "name", "targets", "outputs", "stack", "projects", "patches", "extends", "pins"];

    /// <summary>The keys of a spec, without <c>stages</c>.</summary>
    public static SourceMap? OfSpec(MapReader pack)
    {
        if (pack.Node("defaults") is not { } node || MapReader.Of(node, "\"defaults\"", pack.Diagnostics) is null)
        {
            return null;
        }

        var map = (SourceMap)node;
        foreach (var (key, _) in map.Entries.Where(e => OfTheSpecAlone.Contains(e.Key.Value, StringComparer.Ordinal)))
        {
            PackReader.Report(
                pack,
                key.Span,
                $"a pack has no default for {MessageText.Quote(key.Value)}: that is for each spec to say",
                key.Value == "pins" ? "write `pins:` beside `defaults:`" : null);
        }

        var kept = map.Entries.Where(e => e.Key.Value != "stages").ToList();
        return kept.Count == 0 ? null : new SourceMap(kept, map.Span);
    }

    /// <summary>Keys of stages by <c>STAGE</c> or <c>STAGE/STACK</c>.</summary>
    public static IReadOnlyDictionary<string, SourceMap> OfStages(MapReader pack)
    {
        var result = new OrderedDictionary<string, SourceMap>(StringComparer.Ordinal);
        if ((pack.Node("defaults") as SourceMap)?.Find("stages")?.Value is not { } node || MapReader.Of(node, "\"stages\"", pack.Diagnostics) is null)
        {
            return result;
        }

        foreach (var (key, value) in ((SourceMap)node).Entries)
        {
            if (MapReader.Of(value, $"the defaults of {MessageText.Quote(key.Value)}", pack.Diagnostics) is not null)
            {
                result[key.Value] = (SourceMap)value;
            }
        }

        return result;
    }
}
