namespace Scriban.Syntax;

/// <summary>Stands for an expression that could not be parsed; a template that holds one is never evaluated.</summary>
internal sealed class ErrorExpression : ScriptExpression
{
    public override ScriptNodeKind Kind => ScriptNodeKind.Literal;

    internal override object? Evaluate(TemplateContext context) => null;
}
