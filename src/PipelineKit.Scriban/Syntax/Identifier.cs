using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>A name in a template with its hash, computed once.</summary>
internal sealed class Identifier(string text)
{
    public string Text { get; } = text;

    public int Hash { get; } = MemberTable.HashOf(text);

    public override string ToString() => Text;
}
