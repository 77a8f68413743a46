using System.Text;

namespace PipelineKit.Platforms.Cake;

/// <summary>
/// C# with fewer lines. Cake looks at each line of a script several times on every start, also when the compiled script is cached: two
/// thousand lines cost the better part of a second. Comments and empty lines go, a statement and the braces around it share a line, and so do
/// the statements of a member as far as they fit.
/// </summary>
/// <remarks>Works on the style of this repository only: no comment behind code, no literal over several lines, no preprocessor.</remarks>
internal static class CompactCode
{
    private const int MemberIndent = 4;
    private const int Width = 400;

    /// <summary>The same code on fewer lines.</summary>
    public static string Of(string code)
    {
        var lines = new List<StringBuilder>();
        foreach (var line in code.Split('\n').Where(l => l.Length > 0 && !l.TrimStart().StartsWith("//", StringComparison.Ordinal)))
        {
            var text = line.Trim();
            if (lines.Count > 0 && (text[0] is '{' or '}' || Continues(text) || !IsComplete(lines[^1]) || Fits(lines[^1], line)))
            {
                lines[^1].Append(' ').Append(text);
            }
            else
            {
                lines.Add(new StringBuilder(line.TrimEnd()));
            }
        }

        return string.Concat(lines.Select(l => l.Append('\n')));
    }

    private static bool Fits(StringBuilder before, string line) =>
        line.Length - line.TrimStart().Length > MemberIndent && before[0] == ' ' && before.Length + line.Length - MemberIndent <= Width;

    private static bool Continues(string text) => text[0] is '.' or '?' or ':' or ')' or ']' or '+' || text.StartsWith("=>", StringComparison.Ordinal)
        || text.StartsWith("&&", StringComparison.Ordinal) || text.StartsWith("||", StringComparison.Ordinal);

    private static bool IsComplete(StringBuilder line) => line[^1] is ';' or '{' or '}';
}
