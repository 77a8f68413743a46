namespace Scriban.Syntax;

/// <summary><c>^list</c>: as an argument, the items of the list become arguments (language reference, 8.6).</summary>
internal sealed class ExpandExpression(ScriptExpression operand) : ScriptExpression
{
    public override ScriptNodeKind Kind => ScriptNodeKind.Unary;

    public override string Name => "^";

    public override IEnumerable<ScriptNode> Children => [operand];

    internal override object? Evaluate(TemplateContext context) => operand.Evaluate(context);
}
