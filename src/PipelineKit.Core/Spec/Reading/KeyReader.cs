using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec.Reading;

/// <summary>
/// Reads the keys of one mapping. Every key that was asked for is known; <see cref="Finish"/> reports the others, so that the
/// reading code is the only list of keys.
/// </summary>
internal sealed class KeyReader(SourceMap map, string what, SpecReading reading)
{
    private readonly List<string> _known = [];

    public SourceMap Map => map;

    /// <summary>The value of a key. Null when it is absent, and, with a diagnostic, when there is nothing behind it.</summary>
    public SourceNode? Take(string key)
    {
        if (TakeOrEmpty(key) is not { } node)
        {
            return null;
        }

        if (node is not SourceScalar { IsNull: true })
        {
            return node;
        }

        reading.Report(SpecDiagnostics.NothingThere, map.Find(key)!.Key.Span, $"there is nothing behind \"{key}\"", "give a value, or remove the key");
        return null;
    }

    /// <summary>The value of a key, also when there is nothing behind it.</summary>
    public SourceNode? TakeOrEmpty(string key)
    {
        _known.Add(key);
        return map.Find(key)?.Value;
    }

    /// <summary>The value of a key that must be there.</summary>
    public SourceNode? Require(string key, string? hint = null)
    {
        if (map.Find(key) is null)
        {
            _known.Add(key);
            reading.Report(SpecDiagnostics.MissingKey, map.Span, $"{what} needs the key \"{key}\"", hint);
            return null;
        }

        return Take(key);
    }

    public Spanned<string>? Text(string key) => Take(key) is { } node ? reading.Text(node, key) : null;

    public bool? Flag(string key) => Take(key) is { } node ? reading.Flag(node, key) : null;

    public TimeSpan? Duration(string key) => Take(key) is { } node ? reading.Duration(node, key) : null;

    public IReadOnlyList<Spanned<string>>? Texts(string key, bool mayBeEmpty = false) =>
        Take(key) is { } node ? reading.Texts(node, key, mayBeEmpty) : null;

    public KeyReader? Keys(string key) => Take(key) is { } node ? reading.Keys(node, key) : null;

    /// <summary>Reports the keys that nobody asked for.</summary>
    public void Finish()
    {
        foreach (var entry in map.Entries)
        {
            if (!_known.Contains(entry.Key.Value, StringComparer.Ordinal))
            {
                Unknown(entry.Key);
            }
        }
    }

    private void Unknown(SourceScalar key)
    {
        var name = key.Value;
        reading.Report(
            SpecDiagnostics.UnknownKey,
            key.Span,
            $"unknown key {MessageText.Quote(name)} in {what}; {MessageText.ExpectedOneOf(_known)}",
            MessageText.DidYouMean(name, _known));
    }
}
