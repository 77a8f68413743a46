namespace Scriban.Syntax;

/// <summary>An expression in parentheses (language reference, 8.3). A function that it yields is called.</summary>
internal sealed class NestedExpression(ScriptExpression inner) : ScriptExpression, IAssignable
{
    public ScriptExpression Inner { get; } = inner;

    public override ScriptNodeKind Kind => ScriptNodeKind.Nested;

    public override string? Name => Inner.Name;

    public override IEnumerable<ScriptNode> Children => [Inner];

    internal override object? Evaluate(TemplateContext context)
    {
        TemplateContext.GuardStack(this);
        return Functions.Invoker.CallIfFunction(context, this, Inner.Evaluate(context));
    }

    internal override object? EvaluateRaw(TemplateContext context)
    {
        TemplateContext.GuardStack(this);
        return Inner.EvaluateRaw(context);
    }

    public void Assign(TemplateContext context, object? value)
    {
        if (Inner is not IAssignable target)
        {
            throw new ScriptRuntimeException(Inner.Span, "Unsupported target expression for assignment.");
        }

        target.Assign(context, value);
    }
}
