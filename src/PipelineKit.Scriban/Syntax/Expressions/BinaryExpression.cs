using Scriban.Evaluation;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>An operator with two operands (language reference, 8.4 to 8.8).</summary>
internal sealed class BinaryExpression(BinaryOperator op, ScriptExpression left, ScriptExpression right, int operatorStart) : ScriptExpression
{
    public override ScriptNodeKind Kind => ScriptNodeKind.Binary;

    public override string Name => OperatorTable.TextOf(Operator);

    public ScriptExpression Left { get; } = left;

    public ScriptExpression Right { get; } = right;

    public BinaryOperator Operator { get; } = op;

    public int OperatorStart { get; } = operatorStart;

    public override IEnumerable<ScriptNode> Children => [Left, Right];

    internal override object? Evaluate(TemplateContext context)
    {
        TemplateContext.GuardStack(this);
        var first = Left.Evaluate(context);
        if (Operator is BinaryOperator.And or BinaryOperator.Or && TemplateContext.IsTrue(first) == (Operator == BinaryOperator.Or))
        {
            return Boxes.Of(Operator == BinaryOperator.Or);
        }

        var second = Right.Evaluate(context);
        var place = new OperatorPlace(this, OperatorStart, Left, Right);
        var result = Operators.Calculate(context, place, Operator, first, second);
        if (result is ScriptRange range && context.LoopLimit > 0 && range.Count > context.LoopLimit)
        {
            throw place.Fail($"Range expression exceeds LoopLimit `{context.LoopLimit}`.");
        }

        return result;
    }
}
