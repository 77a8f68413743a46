using System.Collections.Concurrent;

namespace PipelineKit.Core.Stages.Rendering;

/// <summary>
/// Documents by the text that a template rendered. Many repositories with the same settings render the same text; it is read once. Only
/// documents without a problem are kept, so a diagnostic is never lost; bounded, so that a process over a thousand repositories stays small.
/// </summary>
internal sealed class DocumentCache
{
    private const int Limit = 2048;

    private readonly ConcurrentDictionary<string, Known> _documents = new(StringComparer.Ordinal);

    /// <summary>The document of a text, from the cache or from <paramref name="read"/>.</summary>
    public T? Get<T>(string file, string text, Func<T?> read)
        where T : class
    {
        if (_documents.TryGetValue(text, out var known) && known.File == file && known.Document is T kept)
        {
            return kept;
        }

        var document = read();
        if (document is not null)
        {
            if (_documents.Count >= Limit)
            {
                _documents.Clear();
            }

            _documents[text] = new Known(file, document);
        }

        return document;
    }

    // Templates that render the same text are rare, and messages name the template.
    private sealed record Known(string File, object Document);
}
