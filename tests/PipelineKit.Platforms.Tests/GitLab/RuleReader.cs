using System.Text.RegularExpressions;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Platforms.Tests.GitLab;

/// <summary>
/// Reads <c>rules</c> as GitLab does, for the part of its language that is emitted: alternatives of conjunctions of <c>$V</c>, <c>==</c>,
/// <c>!=</c> and <c>=~</c>; the first rule that matches decides; none means no.
/// </summary>
internal static partial class RuleReader
{
    /// <summary><c>never</c> when no rule matches, else the rule's <c>when</c>.</summary>
    public static string Decide(YamlNode? rules, IReadOnlyDictionary<string, string> variables, bool changed = true)
    {
        foreach (var rule in ((YamlList)rules!).Items.Cast<YamlMap>())
        {
            if (Holds(Text(rule, "if"), variables) && (rule.Find("changes") is null || changed))
            {
                return Text(rule, "when") ?? "on_success";
            }
        }

        return "never";
    }

    private static string? Text(YamlMap map, string key) => (map.Find(key) as YamlScalar)?.Value;

    private static bool Holds(string? expression, IReadOnlyDictionary<string, string> variables) =>
        expression is null || expression.Split(" || ").Any(part => part.Split(" && ").All(term => Term(term, variables)));

    private static bool Term(string term, IReadOnlyDictionary<string, string> variables)
    {
        var match = Shape().Match(term);
        match.Success.ShouldBeTrueFor(term);
        var value = variables.GetValueOrDefault(match.Groups["name"].Value, "");
        return match.Groups["op"].Value switch
        {
            "==" => value == match.Groups["text"].Value,
            "!=" => value != match.Groups["text"].Value,
            "=~" => Regex.IsMatch(value, match.Groups["regex"].Value.Replace("\\/", "/", StringComparison.Ordinal), RegexOptions.CultureInvariant),
            _ => value.Length > 0,
        };
    }

    private static void ShouldBeTrueFor(this bool success, string term) => Assert.True(success, $"not an expression of GitLab: {term}");

    // The pattern of GitLab's own lexer for regular expressions: a slash ends it unless a backslash stands before it.
    [GeneratedRegex("""^\$(?<name>\w+)(?: (?<op>==|!=|=~) (?:"(?<text>[^"]*)"|/(?<regex>(?:[^/\\]|\\.)+)/))?$""", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
