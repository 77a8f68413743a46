using System.Text;

namespace PipelineKit.Platforms.Shared;

/// <summary>Globs of the spec: <c>*</c> within one segment, <c>**</c> over segments, <c>?</c> one character; everything else stands for itself.</summary>
/// <remarks>
/// Written here and not matched by a library: the expression is text of a generated file, which bash and GitLab evaluate. Glob libraries match
/// strings inside the program, and what they translate to is .NET's own dialect.
/// </remarks>
internal static class GlobPattern
{
    private const string RegexSpecial = @"\.+()[]{}^$|/";

    /// <summary>True when the text holds no wildcard.</summary>
    public static bool IsLiteral(string glob) => !glob.Contains('*', StringComparison.Ordinal) && !glob.Contains('?', StringComparison.Ordinal);

    /// <summary>An anchored regular expression, valid as POSIX ERE and as RE2. <c>/</c> is escaped only on request (GitLab's <c>/…/</c>).</summary>
    public static string ToRegex(string glob, bool escapeSlash)
    {
        var regex = new StringBuilder("^");
        var notSlash = escapeSlash ? @"[^\/]" : "[^/]";
        for (var at = 0; at < glob.Length; at++)
        {
            var c = glob[at];
            if (c == '*' && at + 1 < glob.Length && glob[at + 1] == '*')
            {
                regex.Append(".*");
                at++;
            }
            else
            {
                _ = c switch
                {
                    '*' => regex.Append(notSlash).Append('*'),
                    '?' => regex.Append(notSlash),
                    '/' when !escapeSlash => regex.Append('/'),
                    _ when RegexSpecial.Contains(c, StringComparison.Ordinal) => regex.Append('\\').Append(c),
                    _ => regex.Append(c),
                };
            }
        }

        return regex.Append('$').ToString();
    }
}
