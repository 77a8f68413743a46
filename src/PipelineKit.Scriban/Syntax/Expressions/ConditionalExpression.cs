namespace Scriban.Syntax;

/// <summary><c>condition ? a : b</c> (language reference, 8.5).</summary>
internal sealed class ConditionalExpression(ScriptExpression condition, ScriptExpression whenTrue, ScriptExpression whenFalse) : ScriptExpression
{
    public ScriptExpression Condition { get; } = condition;

    public ScriptExpression WhenTrue { get; } = whenTrue;

    public ScriptExpression WhenFalse { get; } = whenFalse;

    public override ScriptNodeKind Kind => ScriptNodeKind.Conditional;

    public override IEnumerable<ScriptNode> Children => [Condition, WhenTrue, WhenFalse];

    internal override object? Evaluate(TemplateContext context)
    {
        TemplateContext.GuardStack(this);
        return context.ToBool(Condition.Span, Condition.Evaluate(context)) ? WhenTrue.Evaluate(context) : WhenFalse.Evaluate(context);
    }
}
