using Scriban.Evaluation;

namespace Scriban.Syntax;

/// <summary>An assignment, simple or compound (language reference, 8.2 and 9.2). It writes nothing.</summary>
internal sealed class AssignStatement(ScriptExpression target, BinaryOperator op, ScriptExpression value, int operatorStart) : ScriptStatement
{
    public override ScriptNodeKind Kind => ScriptNodeKind.Assignment;

    public override string? Name => target.Name;

    public override IEnumerable<ScriptNode> Children => [target, value];

    internal override void Execute(TemplateContext context)
    {
        if (target is not IAssignable assignable)
        {
            throw new ScriptRuntimeException(target.Span, "Unsupported target expression for assignment.");
        }

        if (op == BinaryOperator.None)
        {
            assignable.Assign(context, value.Evaluate(context));
            return;
        }

        var before = target.Evaluate(context);
        var place = new OperatorPlace(this, operatorStart, target, value);
        assignable.Assign(context, Operators.Calculate(context, place, op, before, value.Evaluate(context)));
    }
}
