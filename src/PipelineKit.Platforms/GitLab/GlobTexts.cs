using System.Text;

namespace PipelineKit.Platforms.GitLab;

/// <summary>Globs of the spec (<c>*</c>, <c>**</c>, <c>?</c>) in the two dialects that GitLab reads.</summary>
internal static class GlobTexts
{
    /// <summary>
    /// For <c>rules: changes</c>, which Ruby's <c>File.fnmatch</c> matches with FNM_PATHNAME, FNM_DOTMATCH and FNM_EXTGLOB: <c>**</c> crosses folders
    /// only in front of a slash. Variables are expanded there without an escape, so dollar and percent signs stand in brackets.
    /// </summary>
    public static string ForChanges(string glob)
    {
        var path = glob.EndsWith('/') ? glob + "**" : glob;
        var segments = path.Split('/');
        return string.Join('/', segments.Select((segment, at) => Segment(segment, at == segments.Length - 1)));
    }

    /// <summary>For <c>artifacts: paths</c>, which the runner expands: <c>$$</c> is a dollar sign there.</summary>
    public static string ForRunner(string path)
    {
        var text = new StringBuilder(path.Length);
        foreach (var c in path)
        {
            _ = c switch
            {
                '$' => text.Append("$$"),
                '[' or ']' or '{' or '}' or '\\' => text.Append('\\').Append(c),
                _ => text.Append(c),
            };
        }

        return text.ToString();
    }

    private static string Segment(string segment, bool last)
    {
        if (segment == "**")
        {
            return last ? "**/*" : "**";
        }

        var at = segment.IndexOf("**", StringComparison.Ordinal);
        if (at < 0)
        {
            return Escape(segment);
        }

        // "a**b" means both a name in this folder and one deeper below a folder that starts with "a".
        var (before, after) = (Escape(segment[..at]), Escape(segment[(at + 2)..].TrimStart('*')));
        return before.Length == 0 ? $"**/*{after}" : $"{{{before}*{after},{before}*/**/*{after}}}";
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = c switch
            {
                '$' or '%' => escaped.Append('[').Append(c).Append(']'),
                '[' or ']' or '{' or '}' or '\\' => escaped.Append('\\').Append(c),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}
