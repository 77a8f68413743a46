using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>A name with a dollar sign: a local variable, the arguments <c>$</c>, one of them (<c>$0</c>) or the wrapped block <c>$$</c>.</summary>
internal sealed class LocalVariable(Identifier id, int argument) : ScriptExpression, IAssignable
{
    private static readonly Identifier Arguments = new("$");

    /// <summary>The whole name, with the dollar sign.</summary>
    public Identifier Id { get; } = id;

    public override ScriptNodeKind Kind => ScriptNodeKind.LocalVariable;

    public override string Name => Id.Text;

    internal override object? Evaluate(TemplateContext context) => Functions.Invoker.CallIfFunction(context, this, EvaluateRaw(context));

    internal override object? EvaluateRaw(TemplateContext context)
    {
        if (Id.Text == "$$")
        {
            context.WrapBlock?.Execute(context);
            return null;
        }

        if (argument >= 0)
        {
            return context.TryGetLocal(Arguments, out var list)
                ? (list as ScriptArray)?[argument]
                : context.Unknown(Arguments, this);
        }

        return context.TryGetLocal(Id, out var value) ? value : context.Unknown(Id, this);
    }

    public void Assign(TemplateContext context, object? value)
    {
        if (argument >= 0 && context.TryGetLocal(Arguments, out var list) && list is ScriptArray array)
        {
            context.CountIteration(Span, Math.Max(0, argument - array.Count));
            array[argument] = value;
            return;
        }

        context.SetLocal(Id, this, value);
    }
}
