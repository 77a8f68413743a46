namespace Scriban.Syntax;

/// <summary><c>@f</c>: the function itself instead of its result (language reference, 7.5).</summary>
internal sealed class AliasExpression(ScriptExpression operand) : ScriptExpression
{
    public override ScriptNodeKind Kind => ScriptNodeKind.Unary;

    public override string Name => "@";

    public override IEnumerable<ScriptNode> Children => [operand];

    internal override object? Evaluate(TemplateContext context) => operand.EvaluateRaw(context);
}
