using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Platforms.GitHub;

/// <summary>
/// Texts that GitHub evaluates (<see href="https://docs.github.com/actions/reference/workflows-and-actions/expressions"/>). Nothing that comes
/// from a spec can become an expression: it passes <see cref="Text"/> or <see cref="Quoted"/>.
/// </summary>
internal static class Expressions
{
    private const string Start = "${{";

    /// <summary>A literal where expressions are read: the opening of an expression becomes an expression that gives it back.</summary>
    public static string Literal(string text) => text.Replace(Start, "${{ '${{' }}", StringComparison.Ordinal);

    /// <summary>A literal as a YAML scalar.</summary>
    public static YamlScalar Text(string text) => new(Literal(text));

    /// <summary>A literal inside an expression.</summary>
    public static string Quoted(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";

    /// <summary>The value of a matrix axis in the running leaf.</summary>
    public static string Axis(string axis) => $"${{{{ matrix.{axis} }}}}";

    /// <summary>A toolchain's version, for texts outside commands.</summary>
    public static string Version(Value version) => version is MatrixValue matrix ? Axis(matrix.Axis) : Literal(((LiteralValue)version).Text);

    /// <summary>
    /// The value of an <c>if</c>, all terms joined; null without terms. GitHub reads it as an expression anyway, but a leading <c>!</c> would
    /// be a YAML tag, so that one gets its braces.
    /// </summary>
    public static YamlScalar? If(params IEnumerable<string?> terms)
    {
        var all = terms.OfType<string>().ToList();
        var expression = string.Join(" && ", all.Count > 1 ? all.Select(Grouped) : all);
        return expression.Length == 0
            ? null
            : YamlScalar.Folded(expression[0] == '!' || expression.EndsWith("()", StringComparison.Ordinal) ? $"${{{{ {expression} }}}}" : expression);
    }

    /// <summary>A term that can stand in a conjunction.</summary>
    public static string Grouped(string term) => term.Contains(" || ", StringComparison.Ordinal) && !IsGrouped(term) ? $"({term})" : term;

    /// <summary>Alternatives.</summary>
    public static string Any(IReadOnlyList<string> terms) =>
        terms.Count == 1 ? terms[0] : string.Join(" || ", terms.Select(t => t.Contains(" && ", StringComparison.Ordinal) ? $"({t})" : t));

    // True when the first parenthesis closes at the very end.
    private static bool IsGrouped(string term)
    {
        var depth = 0;
        var quoted = false;
        for (var at = 0; at < term.Length; at++)
        {
            quoted ^= term[at] == '\'';
            depth += quoted ? 0 : term[at] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0 && at < term.Length - 1)
            {
                return false;
            }
        }

        return depth == 0;
    }
}
