using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Stages.Reading;

/// <summary>Reads <c>templates/pins/languages.yml</c>.</summary>
internal static class LanguageReader
{
    public static IReadOnlyDictionary<string, LanguageLines> Read(SourceNode? node, DiagnosticBag diagnostics)
    {
        var result = new Dictionary<string, LanguageLines>(StringComparer.Ordinal);
        foreach (var entry in (node as SourceMap)?.Entries ?? [])
        {
            if (MapReader.Of(entry.Value, $"\"{entry.Key.Value}\"", diagnostics) is { } map)
            {
                result[entry.Key.Value] = new LanguageLines(
                    map.RequiredText("newest"),
                    [.. map.Items("lines").Select(item => Line(item, diagnostics)).OfType<LanguageLine>()]);
                map.Finish();
            }
        }

        return result;
    }

    private static LanguageLine? Line(SourceNode node, DiagnosticBag diagnostics)
    {
        if (MapReader.Of(node, "a line of a language", diagnostics) is not { } map)
        {
            return null;
        }

        var line = new LanguageLine(map.RequiredText("line"), map.RequiredText("ends"), map.Flag("supported") ?? false);
        map.Finish();
        return line;
    }
}
