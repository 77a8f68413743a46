using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec.Reading;

/// <summary>Reads <c>runners</c>: labels and tags by class of operating system.</summary>
internal static class RunnersReader
{
    public static IReadOnlyDictionary<string, SpecRunner> Read(KeyReader keys, SpecReading reading)
    {
        var result = new OrderedDictionary<string, SpecRunner>(StringComparer.Ordinal);
        foreach (var entry in keys.Keys("runners")?.Map.Entries ?? [])
        {
            if (reading.Keys(entry.Value, $"runners.{entry.Key.Value}") is { } runner)
            {
                result[entry.Key.Value] = new SpecRunner(OneOrMore(runner, "github", reading), OneOrMore(runner, "gitlab", reading), OneOrMore(runner, "forgejo", reading));
                runner.Finish();
            }
        }

        return result;
    }

    // A single label is the usual case; it may be written without brackets.
    private static IReadOnlyList<string> OneOrMore(KeyReader runner, string key, SpecReading reading)
    {
        IReadOnlyList<Spanned<string>>? texts = runner.Take(key) switch
        {
            null => [],
            SourceScalar { IsNull: false } one => [new(one.Value, one.Span)],
            var node => reading.Texts(node, key),
        };
        return [.. (texts ?? []).Select(t => t.Value)];
    }
}
