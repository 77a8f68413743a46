using System.Globalization;
using System.Numerics;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Evaluation;

/// <summary>Conversions of argument values; what can not be converted is an error at the argument.</summary>
internal static class Conversions
{
    public static int ToInt(TemplateContext context, SourceSpan span, object? value)
    {
        var number = Whole(context, span, value, "int");
        return number >= int.MinValue && number <= int.MaxValue ? (int)number : throw Fail(context, span, value, "int");
    }

    public static long ToLong(TemplateContext context, SourceSpan span, object? value)
    {
        var number = Whole(context, span, value, "long");
        return number >= long.MinValue && number <= long.MaxValue ? (long)number : throw Fail(context, span, value, "long");
    }

    public static double ToDouble(TemplateContext context, SourceSpan span, object? value) => value switch
    {
        null => 0,
        bool flag => flag ? 1 : 0,
        string text when double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var parsed) => parsed,
        string => throw new ScriptRuntimeException(span, "Unable to convert type `string` to `double`"),
        _ when Numbers.IsNumber(value) => Numbers.ToDouble(value),
        _ => throw new ScriptRuntimeException(span, $"Unable to convert type `{context.GetTypeName(value)}` to `double`"),
    };

    private static Int128 Whole(TemplateContext context, SourceSpan span, object? value, string type) => value switch
    {
        null => 0,
        int number => number,
        long number => number,
        uint number => number,
        ulong number => number,
        bool flag => flag ? 1 : 0,
        double number when Math.Abs(number) < 1e19 => (Int128)Math.Round(number),
        float number when Math.Abs(number) < 1e19 => (Int128)Math.Round((double)number),
        decimal number => (Int128)Math.Round(number),
        BigInteger number when BigInteger.Abs(number) < long.MaxValue => (Int128)number,
        byte or sbyte or short or ushort => (Int128)System.Convert.ToInt64(value, CultureInfo.InvariantCulture),
        string text when long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var parsed) => parsed,
        Enum => (Int128)System.Convert.ToInt64(value, CultureInfo.InvariantCulture),
        _ => throw Fail(context, span, value, type),
    };

    public static ScriptRuntimeException Fail(TemplateContext context, SourceSpan span, object? value, string type) =>
        new(span, value is string
            ? $"Unable to convert type `string` to `{type}`"
            : $"Unable to convert type `{context.GetTypeName(value)}` to {type}");

    /// <summary>The items of a list argument; a single value counts as a list of one, null as no list.</summary>
    public static System.Collections.IEnumerable? ToList(object? value) => value switch
    {
        null => null,
        string text => text.Select(static object? (c) => c),
        ScriptArray array => array,
        ScriptRange range => range,
        IScriptObject or System.Collections.IDictionary => Entries(value),
        System.Collections.IEnumerable items => items,
        _ => new[] { value },
    };

    /// <summary>The members of an object as key and value pairs.</summary>
    public static IEnumerable<object?> Entries(object value)
    {
        foreach (var (name, member) in MemberAccess.MembersOf(value))
        {
            yield return new ScriptObject { ["key"] = name, ["value"] = member };
        }
    }
}
