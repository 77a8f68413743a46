using System.Text.RegularExpressions;

namespace PipelineKit.Platforms.GitLab;

/// <summary>
/// Texts in places where GitLab always expands variables. It reads <c>$NAME</c>, <c>${NAME}</c> and <c>%NAME%</c>, and <c>$$</c> and <c>%%</c>
/// beside them (GitLab's source, lib/expand_variables.rb).
/// </summary>
internal static partial class UnexpandedText
{
    /// <summary>True when GitLab would read a variable in a text.</summary>
    public static bool IsExpanded(string text) => text.Contains('$', StringComparison.Ordinal) || HasPercent(text);

    /// <summary>True when the percent signs of a text would be read as a variable; there is no way to write them otherwise.</summary>
    public static bool HasPercent(string text) => text.Contains('%', StringComparison.Ordinal) && Percent().IsMatch(text);

    /// <summary>Reports a text that GitLab would change, where nothing can be escaped.</summary>
    public static void Check(string text, string what, GitLabPlan plan)
    {
        if (text.Contains('$', StringComparison.Ordinal))
        {
            plan.Report(GitLabDiagnostics.AlwaysExpanded, $"{what} is \"{text}\"; GitLab would read a variable at the dollar sign", "use a text without `$`");
        }

        CheckPercent(text, what, plan);
    }

    /// <summary>Reports a text that GitLab would change, where a dollar sign can be escaped.</summary>
    public static void CheckPercent(string text, string what, GitLabPlan plan)
    {
        if (HasPercent(text))
        {
            plan.Report(GitLabDiagnostics.AlwaysExpanded, $"{what} is \"{text}\"; GitLab would read a variable between the percent signs", "use a text without `%NAME%` and `%%`");
        }
    }

    [GeneratedRegex("%%|%[A-Za-z_][A-Za-z0-9_]*%", RegexOptions.CultureInvariant)]
    private static partial Regex Percent();
}
