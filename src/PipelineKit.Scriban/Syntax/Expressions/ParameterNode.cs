namespace Scriban.Syntax;

/// <summary>A parameter of a function; its default is a literal.</summary>
internal sealed class ParameterNode(Identifier id, LiteralExpression? defaultValue) : ScriptNode
{
    public Identifier Id { get; } = id;

    public LiteralExpression? Default { get; } = defaultValue;

    public override ScriptNodeKind Kind => ScriptNodeKind.Parameter;

    public override string Name => Id.Text;
}
