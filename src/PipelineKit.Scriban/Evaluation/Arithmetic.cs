using System.Globalization;
using System.Numerics;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Evaluation;

/// <summary>Operators on numbers; integers widen when they overflow (language reference, 8.4).</summary>
internal static class Arithmetic
{
    /// <summary>Bits of the largest integer that an operator may produce.</summary>
    private const long MaxBits = 65_536;

    public static object? OfInts(OperatorPlace place, BinaryOperator op, int left, int right) => op switch
    {
        BinaryOperator.Coalesce => Boxes.Of(left),
        BinaryOperator.NotCoalesce => Boxes.Of(right),
        BinaryOperator.Or or BinaryOperator.And => Boxes.True,
        BinaryOperator.Equal => Boxes.Of(left == right),
        BinaryOperator.NotEqual => Boxes.Of(left != right),
        BinaryOperator.Less => Boxes.Of(left < right),
        BinaryOperator.LessOrEqual => Boxes.Of(left <= right),
        BinaryOperator.Greater => Boxes.Of(left > right),
        BinaryOperator.GreaterOrEqual => Boxes.Of(left >= right),
        BinaryOperator.Add => Numbers.Shrink((long)left + right),
        BinaryOperator.Subtract => Numbers.Shrink((long)left - right),
        BinaryOperator.Multiply => Numbers.Shrink((long)left * right),
        BinaryOperator.Divide when right != 0 && left % (long)right == 0 => Numbers.Shrink(left / (long)right),
        BinaryOperator.Divide => (double)left / right,
        BinaryOperator.DivideRound => Numbers.Shrink(left / (long)NotZero(place, right)),
        BinaryOperator.Modulo => Numbers.Shrink(left % (long)NotZero(place, right)),
        _ => OfBig(place, op, left, right),
    };

    public static object? Calculate(OperatorPlace place, BinaryOperator op, object left, object right)
    {
        var kind = (NumberKind)Math.Max((int)Numbers.KindOf(left), (int)Numbers.KindOf(right));
        try
        {
            return kind switch
            {
                NumberKind.Int => OfInts(place, op, ToInt(left), ToInt(right)),
                NumberKind.Decimal => OfDecimals(place, op, ToDecimal(left), ToDecimal(right)),
                NumberKind.Double => OfDoubles(place, op, Numbers.ToDouble(left), Numbers.ToDouble(right)),
                NumberKind.Float => OfFloats(place, op, (float)Numbers.ToDouble(left), (float)Numbers.ToDouble(right)),
                _ => OfBig(place, op, Numbers.ToBig(left), Numbers.ToBig(right)),
            };
        }
        catch (OverflowException overflow)
        {
            throw new ScriptRuntimeException(place.Operator, overflow.Message, overflow);
        }
    }

    private static int NotZero(OperatorPlace place, int divisor) => divisor == 0 ? throw DivideByZero(place) : divisor;

    private static ScriptRuntimeException DivideByZero(OperatorPlace place) => place.Fail("Attempted to divide by zero.");

    private static int ToInt(object value) => value is int number ? number : System.Convert.ToInt32(value, CultureInfo.InvariantCulture);

    private static decimal ToDecimal(object value) => value is BigInteger big ? (decimal)big : System.Convert.ToDecimal(value, CultureInfo.InvariantCulture);

    private static object? OfBig(OperatorPlace place, BinaryOperator op, BigInteger left, BigInteger right)
    {
        var divides = op is BinaryOperator.Divide or BinaryOperator.DivideRound or BinaryOperator.Modulo;
        if (divides && right.IsZero)
        {
            return op == BinaryOperator.Divide ? (double)left / 0 : throw DivideByZero(place);
        }

        return op switch
        {
            BinaryOperator.Add => Numbers.Shrink(left + right),
            BinaryOperator.Subtract => Numbers.Shrink(left - right),
            BinaryOperator.Multiply => Numbers.Shrink(Bounded(place, left.GetBitLength() + right.GetBitLength(), () => left * right)),
            BinaryOperator.Divide => BigInteger.Remainder(left, right).IsZero ? Numbers.Shrink(left / right) : (double)left / (double)right,
            BinaryOperator.DivideRound => Numbers.Shrink(left / right),
            BinaryOperator.Modulo => Numbers.Shrink(left % right),
            BinaryOperator.ShiftLeft => Numbers.Shrink(Shift(place, left, right)),
            BinaryOperator.ShiftRight => Numbers.Shrink(Shift(place, left, -right)),
            BinaryOperator.Range or BinaryOperator.RangeExclusive => Range(place, op, left, right),
            _ => Compare(place, op, left.CompareTo(right)),
        };
    }

    private static BigInteger Shift(OperatorPlace place, BigInteger value, BigInteger bits)
    {
        var amount = (int)BigInteger.Max(-MaxBits, BigInteger.Min(bits, MaxBits + 1));
        return amount >= 0 ? Bounded(place, value.GetBitLength() + amount, () => value << amount) : value >> -amount;
    }

    private static BigInteger Bounded(OperatorPlace place, long bits, Func<BigInteger> calculate) =>
        bits > MaxBits ? throw place.Fail($"The resulting integer has more than {MaxBits} bits.") : calculate();

    private static ScriptRange Range(OperatorPlace place, BinaryOperator op, BigInteger start, BigInteger end)
    {
        if (BigInteger.Max(BigInteger.Abs(start), BigInteger.Abs(end)) > long.MaxValue)
        {
            throw place.Fail($"Operator `{OperatorTable.TextOf(op)}` is not supported on big integers");
        }

        return new ScriptRange((long)start, (long)end, op == BinaryOperator.RangeExclusive);
    }

    private static object OfDecimals(OperatorPlace place, BinaryOperator op, decimal left, decimal right)
    {
        var divides = op is BinaryOperator.Divide or BinaryOperator.DivideRound or BinaryOperator.Modulo;
        if (divides && right == 0)
        {
            throw DivideByZero(place);
        }

        return op switch
        {
            BinaryOperator.Add => left + right,
            BinaryOperator.Subtract => left - right,
            BinaryOperator.Multiply => left * right,
            BinaryOperator.Divide => left / right,
            BinaryOperator.DivideRound => decimal.Round(left / right),
            BinaryOperator.Modulo => left % right,
            _ => Compare(place, op, left.CompareTo(right)),
        };
    }

    private static object OfDoubles(OperatorPlace place, BinaryOperator op, double left, double right) => op switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        BinaryOperator.Divide => left / right,
        BinaryOperator.DivideRound => Math.Round(left / right),
        BinaryOperator.Modulo => left % right,
        _ => CompareFloating(place, op, left, right),
    };

    private static object OfFloats(OperatorPlace place, BinaryOperator op, float left, float right) => op switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        BinaryOperator.Divide => left / right,
        BinaryOperator.DivideRound => MathF.Round(left / right),
        BinaryOperator.Modulo => left % right,
        _ => CompareFloating(place, op, left, right),
    };

    /// <summary>Comparison in which NaN equals nothing.</summary>
    private static object CompareFloating(OperatorPlace place, BinaryOperator op, double left, double right) => op switch
    {
        BinaryOperator.Equal => Boxes.Of(left == right),
        BinaryOperator.NotEqual => Boxes.Of(left != right),
        BinaryOperator.Less => Boxes.Of(left < right),
        BinaryOperator.LessOrEqual => Boxes.Of(left <= right),
        BinaryOperator.Greater => Boxes.Of(left > right),
        BinaryOperator.GreaterOrEqual => Boxes.Of(left >= right),
        _ => throw place.Fail($"The operator `{OperatorTable.TextOf(op)}` is not supported for floating-point numbers"),
    };

    private static object Compare(OperatorPlace place, BinaryOperator op, int order) => op switch
    {
        BinaryOperator.Equal => Boxes.Of(order == 0),
        BinaryOperator.NotEqual => Boxes.Of(order != 0),
        BinaryOperator.Less => Boxes.Of(order < 0),
        BinaryOperator.LessOrEqual => Boxes.Of(order <= 0),
        BinaryOperator.Greater => Boxes.Of(order > 0),
        BinaryOperator.GreaterOrEqual => Boxes.Of(order >= 0),
        _ => throw place.Fail($"The operator `{OperatorTable.TextOf(op)}` is not supported for numbers"),
    };
}
