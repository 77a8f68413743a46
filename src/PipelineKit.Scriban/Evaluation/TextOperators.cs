using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Evaluation;

/// <summary>Operators with a string among their operands: comparison is ordinal (language reference, 8.4 "On strings").</summary>
internal static class TextOperators
{
    public static object? Calculate(TemplateContext context, OperatorPlace place, BinaryOperator op, object? left, object? right)
    {
        switch (op)
        {
            case BinaryOperator.Add:
                return Concatenate(context, place, Text(context, left), Text(context, right));
            case BinaryOperator.Multiply:
                return Repeat(context, place, left, right);
            case BinaryOperator.Equal or BinaryOperator.NotEqual or BinaryOperator.Less
                or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual:
                return left is null || right is null
                    ? Boxes.Of(op == BinaryOperator.NotEqual)
                    : Compare(op, string.CompareOrdinal(Text(context, left), Text(context, right)));
            case BinaryOperator.ShiftLeft when left is ScriptArray or ScriptRange:
            case BinaryOperator.ShiftRight when right is ScriptArray or ScriptRange:
                return ListOperators.Calculate(context, place, op, left, right);
            default:
                throw place.Fail($"Operator `{OperatorTable.TextOf(op)}` is not supported on string objects");
        }
    }

    private static string Text(TemplateContext context, object? value) => context.ObjectToString(value);

    private static string Concatenate(TemplateContext context, OperatorPlace place, string left, string right)
    {
        context.CheckLength(place.Operator, (long)left.Length + right.Length);
        return string.Concat(left, right);
    }

    private static object Compare(BinaryOperator op, int order) => Boxes.Of(op switch
    {
        BinaryOperator.Equal => order == 0,
        BinaryOperator.NotEqual => order != 0,
        BinaryOperator.Less => order < 0,
        BinaryOperator.LessOrEqual => order <= 0,
        BinaryOperator.Greater => order > 0,
        _ => order >= 0,
    });

    private static string Repeat(TemplateContext context, OperatorPlace place, object? left, object? right)
    {
        var textFirst = Operators.IsText(left);
        var count = textFirst ? right : left;
        if (Numbers.KindOf(count) is NumberKind.None || count is bool)
        {
            throw new ScriptRuntimeException(
                textFirst ? place.LeftSpan : place.RightSpan,
                "Expecting an integer. The operator `*` is not supported for the expression. Only working on string x int or int x string");
        }

        var span = textFirst ? place.RightSpan : place.LeftSpan;
        var times = context.ToInt(span, count);
        var text = Text(context, textFirst ? left : right);
        if (times <= 0 || text.Length == 0)
        {
            return "";
        }

        if (context.LimitToString > 0 ? (long)text.Length * times > context.LimitToString : (long)text.Length * times > Array.MaxLength / 2)
        {
            throw new ScriptRuntimeException(span, $"String multiplication exceeds LimitToString `{context.LimitToString}`.");
        }

        return text.Length == 1 ? new string(text[0], times) : string.Concat(Enumerable.Repeat(text, times));
    }
}
