using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Yaml;

/// <summary>Ways down a document; what is absent or of another kind is null or empty, never an exception.</summary>
internal static class SourceMapExtensions
{
    /// <summary>The entry at the end of a path of keys, or null.</summary>
    public static SourceEntry? At(this SourceMap? map, params ReadOnlySpan<string> path)
    {
        SourceEntry? entry = null;
        foreach (var key in path)
        {
            entry = map?.Find(key);
            map = entry?.Value as SourceMap;
        }

        return entry;
    }

    /// <summary>The mapping behind a path of keys, or null.</summary>
    public static SourceMap? MapAt(this SourceMap? map, params ReadOnlySpan<string> path) => map.At(path)?.Value as SourceMap;

    /// <summary>The texts of the list behind a path of keys.</summary>
    public static IEnumerable<Spanned<string>> TextsAt(this SourceMap? map, params ReadOnlySpan<string> path) =>
        (map.At(path)?.Value as SourceList)?.Items.OfType<SourceScalar>().Select(s => new Spanned<string>(s.Value, s.Span)) ?? [];
}
