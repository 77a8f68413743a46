using PipelineKit.Core.Model;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitLab;

/// <summary>Texts for <c>rules: if</c> (docs.gitlab.com, "CI/CD expressions"). Values of a spec stand in them only quoted or escaped.</summary>
internal static class Expressions
{
    public const string MergeRequest = "$CI_PIPELINE_SOURCE == \"merge_request_event\"";

    // GitLab calls it a merge train; its pipelines are merge request pipelines of a special type.
    private const string MergeTrain = "$CI_MERGE_REQUEST_EVENT_TYPE == \"merge_train\"";
    private const string NoMergeTrain = "$CI_MERGE_REQUEST_EVENT_TYPE != \"merge_train\"";

    /// <summary>One expression per event; together they hold for exactly these events.</summary>
    public static IEnumerable<string> Of(PipelineEvents events, IReadOnlyList<string> branches, IReadOnlyList<string> tags)
    {
        var request = events & (PipelineEvents.PullRequest | PipelineEvents.MergeQueue);
        if (request != PipelineEvents.None)
        {
            yield return request switch
            {
                PipelineEvents.PullRequest => $"{MergeRequest} && {NoMergeTrain}",
                PipelineEvents.MergeQueue => MergeTrain,
                _ => MergeRequest,
            };
        }

        if (events.HasFlag(PipelineEvents.Push))
        {
            yield return "$CI_PIPELINE_SOURCE == \"push\" && " + Matches("$CI_COMMIT_BRANCH", branches);
        }

        if (events.HasFlag(PipelineEvents.Tag))
        {
            yield return Matches("$CI_COMMIT_TAG", tags);
        }

        if (events.HasFlag(PipelineEvents.Schedule))
        {
            yield return "$CI_PIPELINE_SOURCE == \"schedule\"";
        }

        if (events.HasFlag(PipelineEvents.Manual))
        {
            yield return "$CI_PIPELINE_SOURCE == \"web\"";
        }
    }

    /// <summary>A variable against globs; without globs, or with one that matches everything, it only has to be set.</summary>
    public static string Matches(string variable, IReadOnlyList<string> globs)
    {
        if (globs.Count == 0 || globs.Contains("**", StringComparer.Ordinal))
        {
            return variable;
        }

        if (globs.Count == 1 && GlobPattern.IsLiteral(globs[0]) && !globs[0].Contains('"', StringComparison.Ordinal))
        {
            return $"{variable} == \"{globs[0]}\"";
        }

        var patterns = globs.Select(glob => GlobPattern.ToRegex(glob, escapeSlash: true)[1..^1]).ToList();
        return patterns.Count == 1 ? $"{variable} =~ /^{patterns[0]}$/" : $"{variable} =~ /^({string.Join('|', patterns)})$/";
    }
}
