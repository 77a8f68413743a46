using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Yaml;

/// <summary>The keys of one mapping that were seen so far. Small mappings, the usual ones, are searched without a table.</summary>
internal sealed class UniqueKeys(DiagnosticBag diagnostics)
{
    private const int Small = 8;

    private readonly List<SourceScalar> _keys = [];
    private Dictionary<string, SourceScalar>? _table;

    /// <summary>Adds a key; false, with a diagnostic, when it was there.</summary>
    public bool Add(SourceScalar key)
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

    private SourceScalar? Find(string key) =>
        _table is null ? _keys.Find(k => string.Equals(k.Value, key, StringComparison.Ordinal)) : _table.GetValueOrDefault(key);
}
