using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Scriban.Runtime;

/// <summary>An array of the language; it may carry named properties as well (language reference, section 6).</summary>
[SuppressMessage("Naming", "CA1710", Justification = "The name is the one of the library's own API.")]
[SuppressMessage("Design", "CA1010", Justification = "IList is implemented for callers that know no element type.")]
public sealed class ScriptArray : IList<object?>, IList
{
    private object?[] _items;
    private ScriptObject? _properties;

    /// <summary>Creates an empty array.</summary>
    public ScriptArray() => _items = [];

    /// <summary>Creates an empty array with room for a number of items.</summary>
    /// <param name="capacity">Number of items.</param>
    public ScriptArray(int capacity) => _items = capacity == 0 ? [] : new object?[capacity];

    /// <summary>Creates an array of the items of a sequence.</summary>
    /// <param name="values">The items.</param>
    public ScriptArray(IEnumerable values)
        : this()
    {
        foreach (var value in values)
        {
            Add(value);
        }
    }

    internal ScriptArray(ReadOnlySpan<object?> values)
    {
        _items = values.ToArray();
        Count = _items.Length;
    }

    /// <summary>Creates an array from a JSON array; nested objects and arrays are converted too.</summary>
    /// <param name="json">A JSON array.</param>
    /// <returns>The array.</returns>
    public static ScriptArray From(System.Text.Json.JsonElement json) => new(json.EnumerateArray().Select(JsonValues.ToScript));

    /// <summary>Number of items.</summary>
    public int Count { get; private set; }

    /// <summary>Named properties of the array; created when first asked for.</summary>
    public ScriptObject ScriptObject => _properties ??= new ScriptObject();

    internal ScriptObject? PropertiesOrNull => _properties;

    /// <inheritdoc/>
    public bool IsReadOnly => false;

    bool IList.IsFixedSize => false;

    bool ICollection.IsSynchronized => false;

    object ICollection.SyncRoot => this;

    /// <summary>Reads an item (null beyond the end) or writes it; writing beyond the end fills up with nulls.</summary>
    /// <param name="index">Index from zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative.</exception>
    public object? this[int index]
    {
        get => (uint)index < (uint)Count ? _items[index] : null;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            EnsureCapacity(index + 1);
            Count = Math.Max(Count, index + 1);
            _items[index] = value;
        }
    }

    internal ReadOnlySpan<object?> Items => _items.AsSpan(0, Count);

    /// <inheritdoc/>
    public void Add(object? item)
    {
        EnsureCapacity(Count + 1);
        _items[Count++] = item;
    }

    internal void AddRange(ReadOnlySpan<object?> items)
    {
        EnsureCapacity(Count + items.Length);
        items.CopyTo(_items.AsSpan(Count));
        Count += items.Length;
    }

    /// <inheritdoc cref="IList.Clear"/>
    public void Clear()
    {
        Array.Clear(_items, 0, Count);
        Count = 0;
    }

    /// <inheritdoc cref="IList.Contains"/>
    public bool Contains(object? item) => IndexOf(item) >= 0;

    /// <inheritdoc cref="IList.IndexOf"/>
    public int IndexOf(object? item) => Array.IndexOf(_items, item, 0, Count);

    /// <inheritdoc cref="IList.Insert"/>
    public void Insert(int index, object? item)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, Count);
        EnsureCapacity(Count + 1);
        Array.Copy(_items, index, _items, index + 1, Count - index);
        _items[index] = item;
        Count++;
    }

    /// <inheritdoc/>
    public bool Remove(object? item)
    {
        var index = IndexOf(item);
        if (index >= 0)
        {
            RemoveAt(index);
        }

        return index >= 0;
    }

    /// <inheritdoc cref="IList.RemoveAt"/>
    public void RemoveAt(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        Array.Copy(_items, index + 1, _items, index, Count - index - 1);
        _items[--Count] = null;
    }

    /// <inheritdoc/>
    public void CopyTo(object?[] array, int arrayIndex) => Items.CopyTo(array.AsSpan(arrayIndex));

    int IList.Add(object? value)
    {
        Add(value);
        return Count - 1;
    }

    void IList.Remove(object? value) => Remove(value);

    void ICollection.CopyTo(Array array, int index) => Array.Copy(_items, 0, array, index, Count);

    /// <inheritdoc/>
    public IEnumerator<object?> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return _items[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The array as the language prints it, for example <c>[1, "a"]</c>.</summary>
    public override string ToString() => new TemplateContext().ObjectToString(this);

    private void EnsureCapacity(int needed)
    {
        if (needed > _items.Length)
        {
            Array.Resize(ref _items, Math.Max(needed, Math.Max(4, _items.Length * 2)));
        }
    }
}
