using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>A name in a template with its hash, computed once.</summary>
internal sealed class Identifier(string text, int hash)
{
    public Identifier(string text)
        : this(text, MemberTable.HashOf(text))
    {
    }

    public string Text { get; } = text;

    public int Hash { get; } = hash;

    public override string ToString() => Text;
}
