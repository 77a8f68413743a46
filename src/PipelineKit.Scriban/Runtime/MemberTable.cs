namespace Scriban.Runtime;

/// <summary>
/// Members by name in insertion order. Up to eight are searched one after another by hash; more get buckets.
/// The hash is computed once per name in a template, so that a lookup costs one comparison of integers and one of strings.
/// </summary>
internal struct MemberTable
{
    private const int LinearLimit = 8;

    private Entry[]? _entries;
    private int[]? _buckets;

    public int Count { get; private set; }

    public static int HashOf(ReadOnlySpan<char> name)
    {
        var hash = 5381;
        foreach (var c in name)
        {
            hash = unchecked((hash * 33) ^ c);
        }

        return hash;
    }

    public readonly ref Entry At(int index) => ref _entries![index];

    public readonly int Find(string name, int hash)
    {
        var entries = _entries;
        if (entries is null)
        {
            return -1;
        }

        if (_buckets is not { } buckets)
        {
            for (var i = 0; i < Count; i++)
            {
                if (entries[i].Hash == hash && string.Equals(entries[i].Key, name, StringComparison.Ordinal))
                {
                    return i;
                }
            }

            return -1;
        }

        for (var i = buckets[hash & (buckets.Length - 1)] - 1; i >= 0; i = entries[i].Next - 1)
        {
            if (entries[i].Hash == hash && string.Equals(entries[i].Key, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    public int Add(string name, int hash, object? value)
    {
        if (_entries is null)
        {
            _entries = new Entry[4];
        }
        else if (Count == _entries.Length)
        {
            Array.Resize(ref _entries, Count * 2);
        }

        var index = Count++;
        _entries[index] = new Entry { Key = name, Hash = hash, Value = value };
        if (_buckets is not null && _buckets.Length >= Count)
        {
            Link(index);
        }
        else if (Count > LinearLimit)
        {
            Rehash();
        }

        return index;
    }

    public void RemoveAt(int index)
    {
        Array.Copy(_entries!, index + 1, _entries!, index, Count - index - 1);
        _entries![--Count] = default;
        _buckets = null;
        if (Count > LinearLimit)
        {
            Rehash();
        }
    }

    public void Clear()
    {
        _entries = null;
        _buckets = null;
        Count = 0;
    }

    private void Rehash()
    {
        _buckets = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)_entries!.Length)];
        for (var i = 0; i < Count; i++)
        {
            Link(i);
        }
    }

    private readonly void Link(int index)
    {
        ref var bucket = ref _buckets![_entries![index].Hash & (_buckets.Length - 1)];
        _entries[index].Next = bucket;
        bucket = index + 1;
    }

    internal struct Entry
    {
        public string Key;
        public object? Value;
        public int Hash;
        public int Next;
        public bool ReadOnly;
    }
}
