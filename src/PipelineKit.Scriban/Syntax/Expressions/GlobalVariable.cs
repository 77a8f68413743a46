namespace Scriban.Syntax;

/// <summary>A plain name (language reference, section 4). A function that it names is called.</summary>
internal sealed class GlobalVariable(Identifier id) : ScriptExpression, IAssignable
{
    public Identifier Id { get; } = id;

    public override ScriptNodeKind Kind => ScriptNodeKind.GlobalVariable;

    public override string Name => Id.Text;

    internal override object? Evaluate(TemplateContext context) => Functions.Invoker.CallIfFunction(context, this, EvaluateRaw(context));

    internal override object? EvaluateRaw(TemplateContext context) =>
        context.TryGetVariable(Id, this, out var value) ? value : context.Unknown(Id, this);

    public void Assign(TemplateContext context, object? value) => context.SetVariable(Id, this, value);
}
