using System.Text;
using PipelineKit.Core.Model;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitHub.Conditions;

/// <summary>
/// Globs over branches and tags. GitHub's own filters (<c>on.push.branches</c>) give other meanings to <c>? + [ ] !</c> and <c>\</c>;
/// its expressions have no globs at all.
/// </summary>
internal static class RefFilter
{
    /// <summary>The glob as a filter pattern. <c>?</c> would repeat the character before it: a class of one letter or digit comes closest.</summary>
    public static string ToPattern(string glob)
    {
        var pattern = new StringBuilder(glob.Length);
        foreach (var c in glob)
        {
            _ = c switch
            {
                '?' => pattern.Append("[a-zA-Z0-9]"),
                '+' or '[' or ']' or '\\' => pattern.Append('\\').Append(c),
                '!' when pattern.Length == 0 => pattern.Append("\\!"),
                _ => pattern.Append(c),
            };
        }

        return pattern.ToString();
    }

    /// <summary>An expression that holds when the ref matches one of the globs, or null where expressions cannot say it.</summary>
    /// <param name="prefix"><c>refs/heads/</c> or <c>refs/tags/</c>.</param>
    /// <param name="globs">At least one.</param>
    public static string? ToExpression(string prefix, IReadOnlyList<string> globs)
    {
        var terms = globs.Select(glob => Single(prefix, glob)).ToList();
        return terms.Contains(null) ? null : Expressions.Any([.. terms.OfType<string>()]);
    }

    /// <summary>A regular expression over <c>GITHUB_REF</c> for what expressions cannot say.</summary>
    public static string ToRegex(Condition when) => $"^refs/(heads/({Alternatives(when.Branches)})|tags/({Alternatives(when.Tags)}))$";

    private static string Alternatives(IReadOnlyList<string> globs) =>
        globs.Count == 0 ? ".*" : string.Join('|', globs.Select(glob => GlobPattern.ToRegex(glob, escapeSlash: false)[1..^1]));

    private static string? Single(string prefix, string glob)
    {
        if (GlobPattern.IsLiteral(glob))
        {
            return $"github.ref == {Expressions.Quoted(prefix + glob)}";
        }

        var start = glob.TrimEnd('*');
        if (!GlobPattern.IsLiteral(start) || glob.Length - start.Length > 2)
        {
            return null;
        }

        var startsWith = start.Length == 0 ? null : $"startsWith(github.ref, {Expressions.Quoted(prefix + start)})";
        if (glob.Length - start.Length == 2)
        {
            return startsWith ?? $"startsWith(github.ref, {Expressions.Quoted(prefix)})";
        }

        // One * stops at a slash; without one in the prefix that is a question about the whole name.
        return start.Contains('/', StringComparison.Ordinal)
            ? null
            : $"{startsWith ?? $"startsWith(github.ref, {Expressions.Quoted(prefix)})"} && !contains(github.ref_name, '/')";
    }
}
