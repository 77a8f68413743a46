namespace Scriban.Syntax;

/// <summary>The current object (language reference, 4.1).</summary>
internal sealed class ThisExpression : ScriptExpression
{
    public override ScriptNodeKind Kind => ScriptNodeKind.This;

    internal override object? Evaluate(TemplateContext context) => context.CurrentGlobal;
}
