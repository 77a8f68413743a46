using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Spec.Text;

/// <summary>Patterns of branches and tags: <c>*</c>, <c>**</c> and <c>?</c> and what git allows in names (git-check-ref-format).</summary>
internal static class RefGlob
{
    /// <summary>Why a pattern is refused, or null.</summary>
    public static string? Problem(string pattern) => pattern switch
    {
        "" => "it is empty",
        _ when pattern.StartsWith("refs/", StringComparison.Ordinal) => "write the name without refs/heads/ or refs/tags/",
        _ when pattern[0] is '!' or '-' => "patterns that exclude are not read alike everywhere",
        _ when pattern.Any("[]{}+()|".Contains) => "only *, ** and ? are read alike everywhere",
        _ when pattern.Any(c => char.IsControl(c) || c is ' ' or '~' or '^' or ':' or '\\' or '"' or '\'' or '`' or '$') => "it holds a character that names in git do not have",
        _ when HiddenText.IsIn(pattern) => "it holds a character that cannot be seen, or that changes how others look",
        _ when pattern.Contains("..", StringComparison.Ordinal) || pattern.Contains("@{", StringComparison.Ordinal) || pattern.Contains("//", StringComparison.Ordinal)
            || pattern.Contains("***", StringComparison.Ordinal) => "no name in git is like this",
        _ when pattern[0] == '/' || pattern[^1] is '/' or '.' || pattern.EndsWith(".lock", StringComparison.Ordinal) => "no name in git begins or ends like this",
        _ => null,
    };
}
