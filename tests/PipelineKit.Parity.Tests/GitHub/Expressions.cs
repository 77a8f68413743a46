using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PipelineKit.Parity.Tests.Reading;

namespace PipelineKit.Parity.Tests.GitHub;

/// <summary>Texts in which GitHub evaluates expressions.</summary>
internal static partial class Expressions
{
    private const string Quoted = "${{ '${{' }}";

    /// <summary>True: the text is a secret.</summary>
    public static bool IsSecret(string text) => Secrets().IsMatch(text);

    /// <summary>A literal, or the value of a matrix axis.</summary>
    public static JsonNode Value(string text) => Axes().Match(text) is { Success: true } match ? Shape.Matrix(match.Groups[1].Value) : JsonValue.Create(Literal(text));

    /// <summary>A text in which the only expressions are those that spell an opening brace.</summary>
    public static string Literal(string text)
    {
        var rest = text.Replace(Quoted, "", StringComparison.Ordinal);
        return rest.Contains("${{", StringComparison.Ordinal)
            ? throw new UnreadableException($"an expression that no spec can hold: {text}")
            : text.Replace(Quoted, "${{", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\$\{\{ secrets\.\w+ \}\}$", RegexOptions.CultureInvariant)]
    private static partial Regex Secrets();

    [GeneratedRegex(@"^\$\{\{ matrix\.([\w-]+) \}\}$", RegexOptions.CultureInvariant)]
    private static partial Regex Axes();
}
