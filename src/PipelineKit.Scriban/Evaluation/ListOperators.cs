using System.Collections;
using Scriban.Runtime;

namespace Scriban.Evaluation;

/// <summary>Operators on arrays and ranges (language reference, section 6).</summary>
internal static class ListOperators
{
    private const int MaxDepth = 64;

    public static object? Calculate(TemplateContext context, OperatorPlace place, BinaryOperator op, object? left, object? right)
    {
        switch (op)
        {
            case BinaryOperator.ShiftLeft when left is IEnumerable and not string:
                return Append(context, place, left, right);
            case BinaryOperator.ShiftRight when right is IEnumerable and not string:
                return Prepend(context, place, right, left);
            case BinaryOperator.Multiply when left is int or long && right is IEnumerable:
                return Repeat(context, place, right, context.ToInt(place.LeftSpan, left));
        }

        if (left is not IEnumerable)
        {
            throw Unsupported(context, place, op, left, right, "left");
        }

        if (op is BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.DivideRound or BinaryOperator.Modulo
            && Numbers.IsNumber(right))
        {
            return Scale(context, place, op, left, context.ToInt(place.RightSpan, right));
        }

        if (right is not IEnumerable)
        {
            throw Unsupported(context, place, op, left, right, "right");
        }

        return op switch
        {
            BinaryOperator.Add => Concatenate(context, place, left, right),
            BinaryOperator.Equal => Boxes.Of(Compare(context, place, left, right, 0) == 0),
            BinaryOperator.NotEqual => Boxes.Of(Compare(context, place, left, right, 0) != 0),
            BinaryOperator.Less => Boxes.Of(Compare(context, place, left, right, 0) < 0),
            BinaryOperator.LessOrEqual => Boxes.Of(Compare(context, place, left, right, 0) <= 0),
            BinaryOperator.Greater => Boxes.Of(Compare(context, place, left, right, 0) > 0),
            BinaryOperator.GreaterOrEqual => Boxes.Of(Compare(context, place, left, right, 0) >= 0),
            _ => throw place.Fail($"The operator `{OperatorTable.TextOf(op)}` is not supported between {context.GetTypeName(left)} and {context.GetTypeName(right)}."),
        };
    }

    /// <summary>A new array of the items, counted against the loop limit.</summary>
    public static ScriptArray Copy(TemplateContext context, Parsing.SourceSpan span, object? list)
    {
        switch (list)
        {
            case null:
                return new ScriptArray();
            case ScriptArray array:
                context.CountIteration(span, array.Count);
                return new ScriptArray(array.Items);
            case ScriptRange range:
                context.CountIteration(span, range.Count);
                return new ScriptArray(range);
        }

        var copy = new ScriptArray();
        foreach (var item in Conversions.ToList(list)!)
        {
            context.CountIteration(span, context.IsInLoop ? 1 : copy.Count + 1);
            copy.Add(item);
        }

        return copy;
    }

    private static ScriptArray Append(TemplateContext context, OperatorPlace place, object? list, object? item)
    {
        var copy = Copy(context, place.Operator, list);
        copy.Add(item);
        return copy;
    }

    private static ScriptArray Prepend(TemplateContext context, OperatorPlace place, object? list, object? item)
    {
        var copy = Copy(context, place.Operator, list);
        copy.Insert(0, item);
        return copy;
    }

    private static ScriptArray Concatenate(TemplateContext context, OperatorPlace place, object left, object right)
    {
        var copy = Copy(context, place.Operator, left);
        copy.AddRange(Copy(context, place.Operator, right).Items);
        return copy;
    }

    private static ScriptArray Scale(TemplateContext context, OperatorPlace place, BinaryOperator op, object list, int number)
    {
        if (op == BinaryOperator.Multiply)
        {
            return Repeat(context, place, list, number);
        }

        if (number == 0)
        {
            throw place.Fail("Attempted to divide by zero.");
        }

        var items = Copy(context, place.Operator, list);
        var result = new ScriptArray();
        if (op == BinaryOperator.Modulo)
        {
            for (var i = 0; i < items.Count; i += Math.Abs(number))
            {
                result.Add(items[i]);
            }
        }
        else
        {
            result.AddRange(items.Items[..Math.Max(0, items.Count / number)]);
        }

        return result;
    }

    private static ScriptArray Repeat(TemplateContext context, OperatorPlace place, object? list, int times)
    {
        var items = list is ScriptArray array ? array : Copy(context, place.Operator, list);
        times = Math.Max(0, times);
        var length = (long)items.Count * times;
        if (length > Array.MaxLength)
        {
            if (context.LoopLimit == 0)
            {
                throw place.Fail("Array multiplication result length exceeds the maximum supported array length.");
            }
        }

        context.CountIteration(place.Operator, Math.Max(length, times));
        var result = new ScriptArray((int)length);
        for (var i = 0; i < times && items.Count > 0; i++)
        {
            result.AddRange(items.Items);
        }

        return result;
    }

    private static int Compare(TemplateContext context, OperatorPlace place, object left, object right, int depth)
    {
        if (depth > MaxDepth)
        {
            throw Printer.TooDeep(context);
        }

        var rights = ((IEnumerable)right).GetEnumerator();
        foreach (var item in (IEnumerable)left)
        {
            context.Tick(place.Node);
            if (!rights.MoveNext())
            {
                return 1;
            }

            var order = CompareItems(context, place, item, rights.Current, depth);
            if (order != 0)
            {
                return order;
            }
        }

        return rights.MoveNext() ? -1 : 0;
    }

    private static int CompareItems(TemplateContext context, OperatorPlace place, object? left, object? right, int depth)
    {
        if (left is ScriptArray or ScriptRange && right is ScriptArray or ScriptRange)
        {
            return ReferenceEquals(left, right) ? 0 : Compare(context, place, left, right, depth + 1);
        }

        if (Operators.AreEqual(context, place, left, right))
        {
            return 0;
        }

        return Operators.Calculate(context, place, BinaryOperator.Less, left, right) is true ? -1 : 1;
    }

    private static Syntax.ScriptRuntimeException Unsupported(
        TemplateContext context, OperatorPlace place, BinaryOperator op, object? left, object? right, string side) =>
        place.Fail($"The operator `{OperatorTable.TextOf(op)}` is not supported between {context.GetTypeName(left)} and {context.GetTypeName(right)}. Expecting an array for the {side} argument.");
}
