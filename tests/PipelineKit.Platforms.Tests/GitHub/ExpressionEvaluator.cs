using System.Globalization;

namespace PipelineKit.Platforms.Tests.GitHub;

/// <summary>
/// Evaluates the part of GitHub's expression language that conditions use, written from its documentation: loose comparison of null, booleans
/// and text, text compared without regard to case, <c>&amp;&amp;</c> before <c>||</c>.
/// </summary>
internal sealed class ExpressionEvaluator(string text, IReadOnlyDictionary<string, object?> contexts)
{
    private int _at;

    public static bool IsTrue(string expression, IReadOnlyDictionary<string, object?> contexts)
    {
        var body = expression.StartsWith("${{", StringComparison.Ordinal) ? expression[3..^2] : expression;
        var evaluator = new ExpressionEvaluator(body, contexts);
        var value = evaluator.Or();
        evaluator.Skip();
        return evaluator._at == body.Length ? Truth(value) : throw new FormatException($"unread: {body[evaluator._at..]}");
    }

    private object? Or()
    {
        var value = And();
        while (Take("||"))
        {
            var right = And();
            value = Truth(value) ? value : right;
        }

        return value;
    }

    private object? And()
    {
        var value = Comparison();
        while (Take("&&"))
        {
            var right = Comparison();
            value = Truth(value) ? right : value;
        }

        return value;
    }

    private object? Comparison()
    {
        var left = Unary();
        return Take("==") ? Same(left, Unary()) : Take("!=") ? !Same(left, Unary()) : left;
    }

    private object? Unary()
    {
        if (Take("!"))
        {
            return !Truth(Unary());
        }

        if (Take("("))
        {
            var inner = Or();
            Expect(")");
            return inner;
        }

        return Take("'") ? Quoted() : Name();
    }

    private string Quoted()
    {
        var value = new System.Text.StringBuilder();
        while (text[_at] != '\'' || (_at + 1 < text.Length && text[_at + 1] == '\''))
        {
            value.Append(text[_at]);
            _at += text[_at] == '\'' ? 2 : 1;
        }

        _at++;
        return value.ToString();
    }

    private object? Name()
    {
        Skip();
        var start = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] is '.' or '_' or '-'))
        {
            _at++;
        }

        var name = text[start.._at];
        if (!Take("("))
        {
            return name switch { "true" => true, "false" => false, _ => contexts.GetValueOrDefault(name) };
        }

        var arguments = new List<string>();
        while (!Take(")"))
        {
            arguments.Add(Text(Or()));
            Take(",");
        }

        return name switch
        {
            "cancelled" => false,
            "always" => true,
            "startsWith" => arguments[0].StartsWith(arguments[1], StringComparison.OrdinalIgnoreCase),
            "contains" => arguments[0].Contains(arguments[1], StringComparison.OrdinalIgnoreCase),
            _ => throw new FormatException(name),
        };
    }

    private bool Take(string token)
    {
        Skip();
        if (string.CompareOrdinal(text, _at, token, 0, token.Length) != 0 || (token == "!" && string.CompareOrdinal(text, _at, "!=", 0, 2) == 0))
        {
            return false;
        }

        _at += token.Length;
        return true;
    }

    private void Expect(string token)
    {
        if (!Take(token))
        {
            throw new FormatException($"{token} expected at {_at} of {text}");
        }
    }

    private void Skip()
    {
        while (_at < text.Length && text[_at] == ' ')
        {
            _at++;
        }
    }

    private static bool Same(object? left, object? right) => (left, right) switch
    {
        (string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase),
        _ => Number(left).Equals(Number(right)) && !double.IsNaN(Number(left)),
    };

    private static double Number(object? value) => value switch
    {
        null => 0,
        bool flag => flag ? 1 : 0,
        string { Length: 0 } => 0,
        string digits => double.TryParse(digits, CultureInfo.InvariantCulture, out var number) ? number : double.NaN,
        _ => double.NaN,
    };

    private static bool Truth(object? value) => value switch { null => false, bool flag => flag, string s => s.Length > 0, _ => true };

    private static string Text(object? value) => value switch { bool flag => flag ? "true" : "false", string text => text, _ => "" };
}
