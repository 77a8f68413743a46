using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>The names of one template, each kept once with its hash.</summary>
internal sealed class NameTable
{
    private Identifier?[] _slots = new Identifier?[64];
    private int _count;

    public Identifier Get(ReadOnlySpan<char> text)
    {
        var hash = MemberTable.HashOf(text);
        var index = Find(text, hash);
        if (_slots[index] is { } known)
        {
            return known;
        }

        var name = new Identifier(text.ToString(), hash);
        _slots[index] = name;
        if (++_count * 2 > _slots.Length)
        {
            Grow();
        }

        return name;
    }

    private int Find(ReadOnlySpan<char> text, int hash)
    {
        var index = Spread(hash) & (_slots.Length - 1);
        while (_slots[index] is { } name && !(name.Hash == hash && text.SequenceEqual(name.Text)))
        {
            index = (index + 1) & (_slots.Length - 1);
        }

        return index;
    }

    private static int Spread(int hash) => hash ^ (hash >>> 15);

    private void Grow()
    {
        var old = _slots;
        _slots = new Identifier?[old.Length * 2];
        foreach (var name in old)
        {
            if (name is not null)
            {
                _slots[Find(name.Text, name.Hash)] = name;
            }
        }
    }
}
