using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Spec.Text;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec.Reading;

/// <summary>Reads <c>when</c>.</summary>
internal static class WhenReader
{
    public static Condition Read(KeyReader keys, SpecReading reading)
    {
        var condition = new Condition
        {
            Events = Events(keys, reading),
            Branches = Values(keys.Texts("branches")),
            Tags = Values(keys.Texts("tags")),
            Paths = Values(keys.Texts("paths")),
            OnlyManual = keys.Flag("only-manual") ?? false,
        };
        keys.Finish();
        return condition;
    }

    private static PipelineEvents Events(KeyReader keys, SpecReading reading)
    {
        if (keys.Texts("events") is not { Count: > 0 } words)
        {
            return PipelineEvents.All;
        }

        return words.Aggregate(
            PipelineEvents.None,
            (sum, word) => sum | (reading.Word(new SourceScalar(word.Value, true, word.Span), "event", Words.Events) ?? PipelineEvents.None));
    }

    private static IReadOnlyList<string> Values(IReadOnlyList<Spanned<string>>? texts) => [.. (texts ?? []).Select(t => t.Value)];
}
