namespace PipelineKit.Core.Spec.Text;

/// <summary>Forms of names that every platform takes.</summary>
internal static class Names
{
    /// <summary>Regular expression of <see cref="IsId"/> but for the length.</summary>
    public const string IdPattern = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";

    /// <summary>Regular expression of <see cref="IsVariable"/>.</summary>
    public const string VariablePattern = "^[A-Za-z_][A-Za-z0-9_]*$";

    /// <summary>Kebab-case from lower-case letters and digits; the form of ids of jobs, stages, projects and artifacts.</summary>
    public static bool IsId(string text)
    {
        if (text.Length is 0 or > 40 || !char.IsAsciiLetterLower(text[0]) || text[^1] == '-' || text.Contains("--", StringComparison.Ordinal))
        {
            return false;
        }

        return text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
    }

    /// <summary>A name of an environment variable (POSIX.1-2017, base definitions, 8.1, with lower case).</summary>
    public static bool IsVariable(string text) =>
        text.Length is > 0 and <= 100 && !char.IsAsciiDigit(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    /// <summary>A name for people: one line without anything that a platform could take for syntax.</summary>
    public static bool IsTitle(string text) =>
        text.Length is > 0 and <= 80 && text[0] != ' ' && text[^1] != ' ' && text.All(c => char.IsLetterOrDigit(c) || " ._-/+()".Contains(c, StringComparison.Ordinal));
}
