using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec.Reading;

/// <summary>Reads <c>pins:</c>: what tools, actions and images are held at, and whether images shall have digests.</summary>
internal static class PinsReader
{
    /// <summary>The key beside the pins.</summary>
    public const string DigestsKey = "digests";

    public static IReadOnlyDictionary<string, Spanned<string>> Read(KeyReader keys, SpecReading reading, out bool digests)
    {
        digests = false;
        if (keys.Take("pins") is not { } node)
        {
            return new OrderedDictionary<string, Spanned<string>>();
        }

        if (node is SourceMap map && map.Find(DigestsKey) is { } entry)
        {
            digests = reading.Flag(entry.Value, "pins.digests") ?? false;
            node = map with { Entries = [.. map.Entries.Where(e => e != entry)] };
        }

        return reading.TextMap(node, "pins");
    }
}
