using System.Text;

namespace PipelineKit.Platforms.Cake;

/// <summary>
/// C# with few lines. On every start, also when the compiled script is cached, Cake copies the whole environment eighteen times for each
/// line of a script (nine processors expand variables in it, in two passes): two thousand lines cost the better part of a second. Comments
/// and empty lines go, and each type or function is one line.
/// </summary>
/// <remarks>Works on the style of this repository only: no comment behind code, no literal over several lines, no preprocessor.</remarks>
internal static class CompactCode
{
    /// <summary>The same code on fewer lines.</summary>
    public static string Of(string code)
    {
        var lines = new StringBuilder(code.Length);
        foreach (var line in code.Split('\n').Where(l => l.Length > 0 && !l.TrimStart().StartsWith("//", StringComparison.Ordinal)))
        {
            if (lines.Length > 0)
            {
                lines.Append(line[0] is ' ' or '{' or '}' ? ' ' : '\n');
            }

            lines.Append(line.Trim());
        }

        return lines.Append('\n').ToString();
    }
}
