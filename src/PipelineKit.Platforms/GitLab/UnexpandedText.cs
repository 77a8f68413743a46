namespace PipelineKit.Platforms.GitLab;

/// <summary>Texts of a spec in places where GitLab always expands variables and has no escape.</summary>
internal static class UnexpandedText
{
    /// <summary>Reports a text that GitLab would change.</summary>
    public static void Check(string text, string what, GitLabPlan plan)
    {
        if (text.Contains('$', StringComparison.Ordinal))
        {
            plan.Report(GitLabDiagnostics.AlwaysExpanded, $"{what} is \"{text}\"; GitLab would read a variable at the dollar sign", "use a text without `$`");
        }
    }
}
