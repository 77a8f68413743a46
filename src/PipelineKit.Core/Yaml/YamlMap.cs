using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace PipelineKit.Core.Yaml;

/// <summary>A mapping with its entries in the order in which they were added. Collection initialisers work: <c>new YamlMap { ["name"] = "CI" }</c>.</summary>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "The YAML term is mapping.")]
public sealed class YamlMap : YamlNode, IEnumerable<KeyValuePair<string, YamlNode>>
{
    // From here on the place of a key is kept; below, looking through the entries is quicker.
    private const int Small = 16;

    private readonly List<KeyValuePair<string, YamlNode>> _entries = [];
    private Dictionary<string, int>? _places;

    /// <summary>Number of entries.</summary>
    public int Count => _entries.Count;

    /// <summary>The keys in order.</summary>
    public IEnumerable<string> Keys
    {
        get
        {
            foreach (var entry in _entries)
            {
                yield return entry.Key;
            }
        }
    }

    /// <summary>True: written on one line where it fits.</summary>
    public bool Flow { get; init; }

    /// <summary>Gets the value of a key, which must exist; sets it in place, or appends it.</summary>
    public YamlNode this[string key]
    {
        get => Find(key) ?? throw new KeyNotFoundException(key);
        set
        {
            var entry = new KeyValuePair<string, YamlNode>(key, value);
            var at = IndexOf(key);
            if (at < 0)
            {
                _entries.Add(entry);
                _places?.Add(key, _entries.Count - 1);
            }
            else
            {
                _entries[at] = entry;
            }
        }
    }

    /// <summary>The value of a key, or null.</summary>
    public YamlNode? Find(string key)
    {
        var at = IndexOf(key);
        return at < 0 ? null : _entries[at].Value;
    }

    /// <summary>Appends an entry; for collection initialisers.</summary>
    public void Add(string key, YamlNode value) => this[key] = value;

    /// <summary>Puts an entry at a place; the key must not be there.</summary>
    public void Insert(int index, string key, YamlNode value)
    {
        _entries.Insert(index, new KeyValuePair<string, YamlNode>(key, value));
        _places = null;
    }

    /// <summary>Removes a key. False when it was not there.</summary>
    public bool Remove(string key)
    {
        var at = IndexOf(key);
        if (at < 0)
        {
            return false;
        }

        _entries.RemoveAt(at);
        _places = null;
        return true;
    }

    /// <inheritdoc/>
    IEnumerator<KeyValuePair<string, YamlNode>> IEnumerable<KeyValuePair<string, YamlNode>>.GetEnumerator() => _entries.GetEnumerator();

    /// <summary>The entries in order.</summary>
    public List<KeyValuePair<string, YamlNode>>.Enumerator GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int IndexOf(string key)
    {
        if (_entries.Count >= Small)
        {
            _places ??= Places();
            return _places.GetValueOrDefault(key, -1);
        }

        for (var i = 0; i < _entries.Count; i++)
        {
            if (string.Equals(_entries[i].Key, key, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private Dictionary<string, int> Places()
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < _entries.Count; i++)
        {
            places.Add(_entries[i].Key, i);
        }

        return places;
    }
}
