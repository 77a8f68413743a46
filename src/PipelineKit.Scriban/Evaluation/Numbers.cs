using System.Globalization;
using System.Numerics;
using Scriban.Runtime;

namespace Scriban.Evaluation;

/// <summary>Kinds of numbers and their promotion: decimal, double, float, big integer, long, int from the widest down.</summary>
internal static class Numbers
{
    public static bool IsNumber(object? value) => value is int or double or long or float or decimal or BigInteger
        or uint or ulong or short or ushort or byte or sbyte;

    public static double ToDouble(object value) => value switch
    {
        int number => number,
        double number => number,
        BigInteger number => (double)number,
        _ => System.Convert.ToDouble(value, CultureInfo.InvariantCulture),
    };

    public static BigInteger ToBig(object value) => value switch
    {
        BigInteger number => number,
        ulong number => number,
        _ => System.Convert.ToInt64(value, CultureInfo.InvariantCulture),
    };

    /// <summary>Rank of the kind in promotion; 0 for values that are no numbers.</summary>
    public static NumberKind KindOf(object? value) => value switch
    {
        int or short or ushort or byte or sbyte or bool => NumberKind.Int,
        uint or long => NumberKind.Long,
        ulong or BigInteger => NumberKind.Big,
        float => NumberKind.Float,
        double => NumberKind.Double,
        decimal => NumberKind.Decimal,
        _ => NumberKind.None,
    };

    /// <summary>The smallest of int, long and BigInteger that holds the value.</summary>
    public static object Shrink(BigInteger value)
    {
        if (value >= int.MinValue && value <= int.MaxValue)
        {
            return Boxes.Of((int)value);
        }

        return value >= long.MinValue && value <= long.MaxValue ? (long)value : value;
    }

    public static object Negate(object value) => value switch
    {
        double number => -number,
        float number => -number,
        decimal number => -number,
        _ => Shrink(-ToBig(value)),
    };

    public static object Shrink(long value) => value is >= int.MinValue and <= int.MaxValue ? Boxes.Of((int)value) : value;
}
