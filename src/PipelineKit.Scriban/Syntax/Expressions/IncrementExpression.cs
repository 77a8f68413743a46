using Scriban.Evaluation;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary><c>++x</c>, <c>x++</c>, <c>--x</c> or <c>x--</c>.</summary>
internal sealed class IncrementExpression(ScriptExpression operand, bool isDecrement, bool isPrefix) : ScriptExpression
{
    public override ScriptNodeKind Kind => ScriptNodeKind.Increment;

    public override string Name => isDecrement ? "--" : "++";

    public override IEnumerable<ScriptNode> Children => [operand];

    internal override object? Evaluate(TemplateContext context)
    {
        var before = operand.Evaluate(context);
        var op = isDecrement ? BinaryOperator.Subtract : BinaryOperator.Add;
        var after = Operators.Calculate(context, new OperatorPlace(this, Start), op, before, Boxes.Of(1));
        ((IAssignable)operand).Assign(context, after);
        return isPrefix ? after : before;
    }
}
