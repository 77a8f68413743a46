using System.Globalization;
using System.Numerics;
using System.Text;

namespace Scriban.Parsing;

/// <summary>Values of the literals that the lexer has delimited.</summary>
internal static class Literals
{
    /// <summary>Largest number of digits or decimal exponent of an integer; beyond it a literal is a parse error.</summary>
    public const int MaxDigits = 4096;

    /// <summary>Smallest of int, long, BigInteger that holds the number; null when it is too long.</summary>
    public static object? Integer(ReadOnlySpan<char> text)
    {
        var digits = WithoutUnderscores(text);
        var e = digits.IndexOfAny('e', 'E');
        var exponent = 0;
        if (e >= 0)
        {
            if (!int.TryParse(digits[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
            {
                return null;
            }

            digits = digits[..e];
        }

        if (exponent == 0)
        {
            if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var small))
            {
                return small;
            }

            if (long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var large))
            {
                return large;
            }
        }

        if (digits.Length > MaxDigits || Math.Abs(exponent) > MaxDigits)
        {
            return null;
        }

        var value = BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return Evaluation.Numbers.Shrink(exponent > 0 ? value * BigInteger.Pow(10, exponent) : value);
    }

    /// <summary>Value of a hexadecimal or binary literal: signed by its width, or unsigned with the suffix u.</summary>
    public static object? Prefixed(ReadOnlySpan<char> text, int radix)
    {
        var unsigned = text[^1] is 'u' or 'U';
        var digits = WithoutUnderscores(unsigned ? text[2..^1] : text[2..]);
        var width = (digits.TrimStart('0').Length * (radix == 16 ? 4 : 1));
        if (width > 64)
        {
            return null;
        }

        var value = 0UL;
        foreach (var c in digits)
        {
            value = (value * (ulong)radix) + (ulong)HexValue(c);
        }

        return (unsigned, width <= 32) switch
        {
            (true, true) => (uint)value,
            (true, false) => value,
            (false, true) => (int)(uint)value,
            (false, false) => (long)value,
        };
    }

    /// <summary>Value of a floating-point literal; null when a decimal does not hold it.</summary>
    public static object? Float(ReadOnlySpan<char> text, bool asDecimal)
    {
        var suffix = char.ToLowerInvariant(text[^1]);
        var digits = WithoutUnderscores(suffix is 'f' or 'd' or 'm' ? text[..^1] : text);
        if (suffix == 'f')
        {
            return float.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        }

        if (suffix == 'm' || (asDecimal && suffix != 'd'))
        {
            return decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) ? exact : null;
        }

        return double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    /// <summary>Content of a verbatim string: doubled backticks become one.</summary>
    public static string Verbatim(ReadOnlySpan<char> content)
    {
        var text = content.ToString();
        return text.Contains('`', StringComparison.Ordinal) ? text.Replace("``", "`", StringComparison.Ordinal) : text;
    }

    /// <summary>Content of a quoted string with its escape sequences resolved.</summary>
    public static string Unescape(ReadOnlySpan<char> content)
    {
        if (!content.Contains('\\'))
        {
            return content.ToString();
        }

        var result = new StringBuilder(content.Length);
        for (var at = 0; at < content.Length;)
        {
            if (content[at] != '\\' || at + 1 >= content.Length)
            {
                result.Append(content[at++]);
                continue;
            }

            at += AppendEscape(result, content[at..]);
        }

        return result.ToString();
    }

    private static int AppendEscape(StringBuilder result, ReadOnlySpan<char> escape)
    {
        switch (escape[1])
        {
            case '\n':
                return 2;
            case '\r':
                return escape.Length > 2 && escape[2] == '\n' ? 3 : 2;
            case 'u' or 'x':
                return AppendHex(result, escape, escape[1] == 'u' ? 4 : 2);
            default:
                result.Append(escape[1] switch
                {
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    'b' => '\b',
                    'f' => '\f',
                    'v' => '\v',
                    '0' => '\0',
                    var other => other,
                });
                return 2;
        }
    }

    private static int AppendHex(StringBuilder result, ReadOnlySpan<char> escape, int digits)
    {
        if (escape.Length < 2 + digits || !ushort.TryParse(escape.Slice(2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            return 2;
        }

        result.Append((char)code);
        return 2 + digits;
    }

    private static int HexValue(char c) => c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;

    private static ReadOnlySpan<char> WithoutUnderscores(ReadOnlySpan<char> text) =>
        text.Contains('_') ? text.ToString().Replace("_", "", StringComparison.Ordinal) : text;
}
