using System.Text.RegularExpressions;
using PipelineKit.Parity.Tests.Reading;

namespace PipelineKit.Parity.Tests.Trace;

/// <summary>
/// Evaluates the expressions that steps use: texts, matrix values, secrets, outcomes of steps, the status functions, <c>== != &amp;&amp; || !</c>. Anything
/// else is an error.
/// </summary>
/// <param name="leaf">Values of the matrix.</param>
/// <param name="secret">Text of a secret.</param>
internal sealed partial class GitHubExpression(IReadOnlyDictionary<string, string> leaf, Func<string, string> secret)
{
    /// <summary>Outcomes of the steps so far, by id.</summary>
    public Dictionary<string, string> Outcomes { get; } = new(StringComparer.Ordinal);

    /// <summary>A text with its expressions replaced by what they say.</summary>
    public string Fill(string text) => Embedded().Replace(text, match => new Parser(match.Groups[1].Value, this, passed: true).Whole().ToString()!);

    /// <summary>Whether a step with this condition runs. One that asks for no status runs only while everything passed.</summary>
    /// <param name="condition">With or without <c>${{ }}</c>; null for none.</param>
    /// <param name="passed">True: no earlier step failed.</param>
    public bool Holds(string? condition, bool passed)
    {
        if (condition is null)
        {
            return passed;
        }

        var text = Embedded().Match(condition.Trim()) is { Success: true } match && match.Length == condition.Trim().Length ? match.Groups[1].Value : condition;
        return (passed || Status().IsMatch(text)) && new Parser(text, this, passed).Whole() is not (false or "");
    }

    [GeneratedRegex(@"\$\{\{((?:[^'}]|'(?:[^']|'')*')*)\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Embedded();

    [GeneratedRegex(@"\b(?:success|failure|always|cancelled)\(\)", RegexOptions.CultureInvariant)]
    private static partial Regex Status();

    [GeneratedRegex(@"\s*('(?:[^']|'')*'|==|!=|&&|\|\||!|\(\)|\(|\)|[\w.-]+)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Tokens();

    private sealed class Parser
    {
        private readonly GitHubExpression _context;
        private readonly bool _passed;
        private readonly string _text;
        private readonly List<string> _tokens;
        private int _at;

        public Parser(string text, GitHubExpression context, bool passed)
        {
            (_text, _context, _passed) = (text, context, passed);
            _tokens = [.. Tokens().Matches(text).Select(match => match.Groups[1].Value)];
            if (Tokens().Replace(text, "").Length > 0)
            {
                throw Unknown();
            }
        }

        public object Whole()
        {
            var value = Or();
            return _at == _tokens.Count ? value : throw Unknown();
        }

        private object Or()
        {
            var value = And();
            while (Take("||"))
            {
                var other = And();
                value = IsTrue(value) ? value : other;
            }

            return value;
        }

        private object And()
        {
            var value = Equal();
            while (Take("&&"))
            {
                var other = Equal();
                value = IsTrue(value) ? other : value;
            }

            return value;
        }

        private object Equal()
        {
            var value = Not();
            return Take("==") ? Equals(value, Not()) : Take("!=") ? !Equals(value, Not()) : value;
        }

        private object Not() => Take("!") ? !IsTrue(Not()) : Term();

        private object Term()
        {
            if (Take("("))
            {
                var value = Or();
                return Take(")") ? value : throw Unknown();
            }

            var token = _at < _tokens.Count ? _tokens[_at++] : throw Unknown();
            if (token[0] == '\'')
            {
                return token[1..^1].Replace("''", "'", StringComparison.Ordinal);
            }

            return Take("()") ? Function(token) : Name(token.Split('.'));
        }

        private bool Function(string name) => name switch
        {
            "always" => true,
            "cancelled" => false,
            "success" => _passed,
            "failure" => !_passed,
            _ => throw Unknown(),
        };

        private string Name(string[] path) => path switch
        {
            ["matrix", var axis] => _context._leaf[axis],
            ["secrets", var name] => _context._secret(name),
            ["steps", var id, "outcome"] => _context.Outcomes.GetValueOrDefault(id) ?? throw Unknown(),
            _ => throw Unknown(),
        };

        private bool Take(string token)
        {
            var found = _at < _tokens.Count && _tokens[_at] == token;
            _at += found ? 1 : 0;
            return found;
        }

        private static bool IsTrue(object value) => value is not (false or "");

        private UnreadableException Unknown() => new($"an expression that the trace does not know: {_text}");
    }

    private readonly IReadOnlyDictionary<string, string> _leaf = leaf;
    private readonly Func<string, string> _secret = secret;
}
