using PipelineKit.Core.Model;
using PipelineKit.Platforms.GitHub.Steps;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitHub;

/// <summary>Which secrets a pipeline's jobs ask for: their own, and those that stand in for identity tokens.</summary>
internal static class SecretNotices
{
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="place">Where the platform's menus keep secrets.</param>
    public static IEnumerable<string> Of(Pipeline pipeline, string place)
    {
        var uses = pipeline.Jobs
            .SelectMany(job => SecretUse.InEnvironment(job)
                .Concat(job.Oidc is { SecretVariable: { } name } registry && !LoginSteps.UsesToken(registry) ? [new SecretUse(name, true, job)] : []))
            .GroupBy(use => use.Name, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (var use in uses)
        {
            var jobs = string.Join(", ", use.Select(u => u.Job.Id).Distinct(StringComparer.Ordinal));
            var without = use.Any(u => u.Required) ? "needed" : "optional";
            yield return $"{place}: add the secret {use.Key}, {without}, for {jobs}.";
        }
    }
}
