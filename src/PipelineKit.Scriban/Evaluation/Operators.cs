using System.Collections;
using Scriban.Runtime;

namespace Scriban.Evaluation;

/// <summary>Chooses what an operator does by the kinds of its operands (language reference, 8.4 to 8.8).</summary>
internal static class Operators
{
    public static object? Calculate(TemplateContext context, OperatorPlace place, BinaryOperator op, object? left, object? right)
    {
        if (left is int a && right is int b)
        {
            return Arithmetic.OfInts(place, op, a, b);
        }

        return op switch
        {
            BinaryOperator.Coalesce => left ?? right,
            BinaryOperator.NotCoalesce => left is null ? null : right,
            BinaryOperator.Or => Boxes.Of(TemplateContext.IsTrue(left) || TemplateContext.IsTrue(right)),
            BinaryOperator.And => Boxes.Of(TemplateContext.IsTrue(left) && TemplateContext.IsTrue(right)),
            _ => OfValues(context, place, op, left, right),
        };
    }

    /// <summary>Equality as <c>==</c> and <c>when</c> see it.</summary>
    public static bool AreEqual(TemplateContext context, OperatorPlace place, object? left, object? right) =>
        Calculate(context, place, BinaryOperator.Equal, left, right) is true;

    private static object? OfValues(TemplateContext context, OperatorPlace place, BinaryOperator op, object? left, object? right)
    {
        if (left is EmptyObject || right is EmptyObject)
        {
            return OfEmpty(op, left, right);
        }

        if (IsText(left) || IsText(right))
        {
            return TextOperators.Calculate(context, place, op, left, right);
        }

        if (left is null || right is null)
        {
            return OfNull(op, left, right);
        }

        if (IsList(left) || IsList(right))
        {
            return ListOperators.Calculate(context, place, op, left, right);
        }

        if (left is bool one && right is bool two && op is BinaryOperator.Equal or BinaryOperator.NotEqual)
        {
            return Boxes.Of((one == two) == (op == BinaryOperator.Equal));
        }

        var kind = (NumberKind)Math.Min((int)Numbers.KindOf(left), (int)Numbers.KindOf(right));
        if (kind != NumberKind.None && !(left is bool && right is bool))
        {
            return Arithmetic.Calculate(place, op, left, right);
        }

        return OfOthers(context, place, op, left, right);
    }

    private static object? OfEmpty(BinaryOperator op, object? left, object? right)
    {
        var other = left is EmptyObject ? right : left;
        var equal = other is EmptyObject || (other is not null && MemberAccess.IsEmpty(other));
        return op switch
        {
            BinaryOperator.Equal => Boxes.Of(equal),
            BinaryOperator.NotEqual => Boxes.Of(!equal),
            BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual => Boxes.False,
            _ => null,
        };
    }

    private static object? OfNull(BinaryOperator op, object? left, object? right) => op switch
    {
        BinaryOperator.Equal => Boxes.Of(left is null && right is null),
        BinaryOperator.NotEqual => Boxes.Of(left is not null || right is not null),
        BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual => Boxes.False,
        _ => null,
    };

    private static object? OfOthers(TemplateContext context, OperatorPlace place, BinaryOperator op, object left, object right)
    {
        if (left is DateTime or DateTimeOffset && DateOperators.TryCalculate(op, left, right, out var result))
        {
            return result;
        }

        return op switch
        {
            BinaryOperator.Equal => Boxes.Of(Equals(left, right)),
            BinaryOperator.NotEqual => Boxes.Of(!Equals(left, right)),
            _ => throw place.Fail(
                $"Unsupported types `{Shown(left)}/{context.GetTypeName(left)}` {OperatorTable.TextOf(op)} `{Shown(right)}/{context.GetTypeName(right)}` for binary operation"),
        };

        string Shown(object value) => context.ObjectToString(value);
    }

    public static bool IsText(object? value) => value is string or StringBuilderOutput or char;

    private static bool IsList(object value) => value is IEnumerable and not (IScriptObject or IDictionary or string);
}
