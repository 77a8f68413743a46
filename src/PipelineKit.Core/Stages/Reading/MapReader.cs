using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Stages.Reading;

/// <summary>
/// Reads one mapping strictly. The keys that were asked for are the keys that exist: <see cref="Finish"/> reports every other one, so the
/// reading code is the only list of the grammar.
/// </summary>
internal sealed class MapReader(SourceMap map, string what, DiagnosticBag diagnostics)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public SourceSpan Span => map.Span;

    public DiagnosticBag Diagnostics => diagnostics;

    /// <summary>What messages call this mapping.</summary>
    public string What => what;

    /// <summary>The reader of a node, or null with a diagnostic when the node is no mapping.</summary>
    public static MapReader? Of(SourceNode node, string what, DiagnosticBag diagnostics)
    {
        if (node is SourceMap map)
        {
            return new MapReader(map, what, diagnostics);
        }

        diagnostics.Add(StageDiagnostics.WrongValue, node.Span, $"{what} must be a mapping, not {node.KindName}");
        return null;
    }

    /// <summary>The value of a key, or null when it is absent or empty.</summary>
    public SourceNode? Node(string key)
    {
        _known.Add(key);
        return map.Find(key)?.Value is { } node and not SourceScalar { IsNull: true } ? node : null;
    }

    /// <summary>The value of a key that must be there.</summary>
    public SourceNode? Required(string key)
    {
        var node = Node(key);
        if (node is null)
        {
            diagnostics.Add(StageDiagnostics.MissingKey, map.Span, $"{what} needs the key \"{key}\"");
        }

        return node;
    }

    public bool Has(string key) => Node(key) is not null;

    public string? Text(string key) => Node(key) is { } node ? Scalars.Text(node, $"\"{key}\"", diagnostics) : null;

    public string RequiredText(string key) => Required(key) is { } node ? Scalars.Text(node, $"\"{key}\"", diagnostics) ?? "" : "";

    public bool? Flag(string key) => Node(key) is { } node ? Scalars.Flag(node, $"\"{key}\"", diagnostics) : null;

    public int? Integer(string key, int minimum, int maximum) =>
        Node(key) is { } node ? Scalars.Integer(node, $"\"{key}\"", minimum, maximum, diagnostics) : null;

    /// <summary>A list of whole numbers; entries that are none are left out with a diagnostic.</summary>
    public IReadOnlyList<int> Integers(string key, int minimum, int maximum)
    {
        var result = new List<int>();
        foreach (var item in Items(key))
        {
            if (Scalars.Integer(item, $"an entry of \"{key}\"", minimum, maximum, diagnostics) is { } number)
            {
                result.Add(number);
            }
        }

        return result;
    }

    public TimeSpan? Duration(string key) => Node(key) is { } node ? Scalars.Duration(node, $"\"{key}\"", diagnostics) : null;

    /// <summary>One of some words, or null when absent or wrong.</summary>
    public string? Word(string key, params IReadOnlyList<string> words) =>
        Node(key) is { } node ? Scalars.Word(node, $"\"{key}\"", words, diagnostics) : null;

    public IReadOnlyList<string> Texts(string key) =>
        [.. Items(key).Select(item => Scalars.Text(item, $"an entry of \"{key}\"", diagnostics)).OfType<string>()];

    public IReadOnlyList<SourceNode> Items(string key)
    {
        switch (Node(key))
        {
            case null:
                return [];
            case SourceList list:
                return list.Items;
            case { } other:
                diagnostics.Add(StageDiagnostics.WrongValue, other.Span, $"\"{key}\" must be a list, not {other.KindName}");
                return [];
        }
    }

    public MapReader? Map(string key) => Node(key) is { } node ? Of(node, $"\"{key}\"", diagnostics) : null;

    /// <summary>The entries of a mapping whose keys are names of the writer's own.</summary>
    public IReadOnlyList<SourceEntry> Entries(string key)
    {
        switch (Node(key))
        {
            case null:
                return [];
            case SourceMap entries:
                return entries.Entries;
            case { } other:
                diagnostics.Add(StageDiagnostics.WrongValue, other.Span, $"\"{key}\" must be a mapping, not {other.KindName}");
                return [];
        }
    }

    /// <summary>A mapping of texts to texts, in order.</summary>
    public IReadOnlyDictionary<string, string> TextMap(string key)
    {
        var result = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in Entries(key))
        {
            result[entry.Key.Value] = Scalars.Text(entry.Value, $"\"{key}.{entry.Key.Value}\"", diagnostics) ?? "";
        }

        return result;
    }

    /// <summary>A mapping of texts to lists of texts, in order.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ListMap(string key)
    {
        var result = new OrderedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var entry in Entries(key))
        {
            result[entry.Key.Value] = Scalars.Texts(entry.Value, $"\"{key}.{entry.Key.Value}\"", diagnostics);
        }

        return result;
    }

    /// <summary>Lists of texts, for example argument lists.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Lists(string key) =>
        [.. Items(key).Select(item => Scalars.Texts(item, $"an entry of \"{key}\"", diagnostics))];

    /// <summary>All keys that were not asked for, as texts: for mappings that others define.</summary>
    public IReadOnlyDictionary<string, string> Rest()
    {
        var result = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in map.Entries.Where(e => _known.Add(e.Key.Value)))
        {
            result[entry.Key.Value] = Scalars.Text(entry.Value, $"\"{entry.Key.Value}\"", diagnostics) ?? "";
        }

        return result;
    }

    /// <summary>Reports every key that was never asked for.</summary>
    public void Finish()
    {
        foreach (var entry in map.Entries.Where(e => !_known.Contains(e.Key.Value)))
        {
            UnknownKey(entry.Key, _known, what, diagnostics);
        }
    }

    internal static void UnknownKey(SourceScalar key, IEnumerable<string> known, string what, DiagnosticBag diagnostics)
    {
        var words = known.Order(StringComparer.Ordinal).ToList();
        var near = NearestMatch.Find(key.Value, words);
        diagnostics.Add(
            StageDiagnostics.UnknownKey,
            key.Span,
            $"unknown key \"{key.Value}\" in {what}; expected one of {string.Join(", ", words.Select(w => $"\"{w}\""))}",
            near is null ? null : $"did you mean `{near}`?");
    }
}
