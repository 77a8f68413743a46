namespace Scriban.Syntax;

/// <summary>A literal: number, string, boolean or null (language reference, section 3).</summary>
internal sealed class LiteralExpression(object? value) : ScriptExpression
{
    public object? Value { get; } = value;

    public override ScriptNodeKind Kind => ScriptNodeKind.Literal;

    internal override object? Evaluate(TemplateContext context) => Value;
}
