using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using Scriban.Evaluation;
using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>The <c>math</c> functions (built-in functions, "math").</summary>
[SuppressMessage("Security", "CA5394", Justification = "The host chooses the source of random values.")]
[SuppressMessage("Security", "SCS0005", Justification = "The host chooses the source of random values.")]
internal static class MathFunctions
{
    public static FrozenDictionary<string, object> All { get; } = BuiltinNamespace.Share(
    [
        new("abs", "value", static (in a) => Abs(a)),
        new("ceil", "value", static (in a) => a[0] is decimal exact ? decimal.Ceiling(exact) : Math.Ceiling(a.Double(0))),
        new("floor", "value", static (in a) => a[0] is decimal exact ? decimal.Floor(exact) : Math.Floor(a.Double(0))),
        new("round", "value, precision?", static (in a) => Round(a)),
        new("plus", "value, with", static (in a) => Calculate(a, BinaryOperator.Add)),
        new("minus", "value, with", static (in a) => Calculate(a, BinaryOperator.Subtract)),
        new("times", "value, with", static (in a) => Calculate(a, BinaryOperator.Multiply)),
        new("modulo", "value, with", static (in a) => Calculate(a, BinaryOperator.Modulo)),
        new("divided_by", "value, divisor", static (in a) => DividedBy(a)),
        new("format", "value, format, culture?", static (in a) => Formatting.Format(a)),
        new("is_number", "value", static (in a) => Boxes.Of(Numbers.IsNumber(a[0]))),
        new("uuid", "", static (in a) => Uuid(a)),
        new("random", "min_value, max_value", static (in a) => Random(a)),
    ]);

    private static object? Abs(in BuiltinArguments arguments) => arguments[0] switch
    {
        null => null,
        double number => Math.Abs(number),
        float number => Math.Abs(number),
        decimal number => Math.Abs(number),
        var value when Numbers.IsNumber(value) => Numbers.Shrink(BigInteger.Abs(Numbers.ToBig(value))),
        var value => throw arguments.Fail($"The value `{arguments.Context.ObjectToString(value)}` is not a number"),
    };

    private static object Round(in BuiltinArguments arguments)
    {
        var precision = arguments.Int(1);
        if (precision is < 0 or > 15)
        {
            throw arguments.FailAt(1, "Rounding digits must be between 0 and 15, inclusive.");
        }

        return arguments[0] is decimal exact ? decimal.Round(exact, precision) : Math.Round(arguments.Double(0), precision);
    }

    private static object? Calculate(in BuiltinArguments arguments, BinaryOperator op) =>
        Operators.Calculate(arguments.Context, new OperatorPlace(arguments.Caller, arguments.Caller.Start), op, arguments[0], arguments[1]);

    /// <summary>Division; by an integer the result is rounded down to an integer.</summary>
    private static object? DividedBy(in BuiltinArguments arguments)
    {
        var result = Calculate(arguments, BinaryOperator.Divide);
        if (Numbers.KindOf(arguments[1]) is not (NumberKind.Int or NumberKind.Long) || result is null || !Numbers.IsNumber(result))
        {
            return result;
        }

        return result is decimal exact ? decimal.Floor(exact) : Boxes.Of((int)Math.Floor(Numbers.ToDouble(result)));
    }

    private static Random Source(in BuiltinArguments arguments) => arguments.Context.Randomness
        ?? throw arguments.Fail("Random values are not available to this template.");

    private static string Uuid(in BuiltinArguments arguments)
    {
        Span<byte> bytes = stackalloc byte[16];
        Source(arguments).NextBytes(bytes);
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes).ToString();
    }

    private static object Random(in BuiltinArguments arguments)
    {
        var (min, max) = (arguments.Int(0), arguments.Int(1));
        return min > max
            ? throw arguments.FailAt(0, "minValue must not be greater than maxValue.")
            : Boxes.Of(Source(arguments).Next(min, max));
    }
}
