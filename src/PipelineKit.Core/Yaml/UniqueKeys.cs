using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Yaml;

/// <summary>The keys of one mapping that were seen so far. Small mappings, the usual ones, are searched without a table.</summary>
internal sealed class UniqueKeys(DiagnosticBag diagnostics)
{
    private const int Small = 8;

    private readonly List<SourceScalar> _keys = [];
    private Dictionary<string, SourceScalar>? _table;

    /// <summary>The key of an entry, or null, with a diagnostic, when it is no word or was there before.</summary>
    public SourceScalar? Accept(SourceNode key, SourceNode value) => AsKey(key, value) is { } name && Add(name) ? name : null;

    private bool Add(SourceScalar key)
    {
        if (Find(key.Value) is { } first)
        {
            diagnostics.Add(
                YamlDiagnostics.DuplicateKey,
                key.Span,
                $"the key {MessageText.Quote(key.Value)} stands twice; first in line {MessageText.Number(first.Span.Line)}",
                "keep one of them",
                new RelatedLocation(first.Span, "first here"));
            return false;
        }

        _keys.Add(key);
        if (_keys.Count == Small)
        {
            _table = _keys.ToDictionary(k => k.Value, StringComparer.Ordinal);
        }
        else
        {
            _table?.Add(key.Value, key);
        }

        return true;
    }

    private SourceScalar? AsKey(SourceNode key, SourceNode value)
    {
        switch (key)
        {
            case SourceScalar { Quoted: false, Value: "<<" }:
                diagnostics.Add(YamlDiagnostics.MergeKey, key.Span, "merge keys (<<) are not read", "write the keys out, or use an alias for a whole value");
                return null;
            case SourceScalar { IsNull: true }:
                diagnostics.Add(YamlDiagnostics.KeyNotText, value.Span, "a key is missing before the colon");
                return null;
            case not SourceScalar:
                diagnostics.Add(YamlDiagnostics.KeyNotText, key.Span, $"a key must be a word, found {key.KindName}");
                return null;
            default:
                return (SourceScalar)key;
        }
    }

    private SourceScalar? Find(string key) =>
        _table is null ? _keys.Find(k => string.Equals(k.Value, key, StringComparison.Ordinal)) : _table.GetValueOrDefault(key);
}
