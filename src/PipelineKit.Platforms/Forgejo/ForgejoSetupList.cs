using PipelineKit.Core.Model;
using PipelineKit.Platforms.GitHub;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.Forgejo;

/// <summary>What a repository on Forgejo or Gitea needs besides its workflow. The paths are those of Forgejo's menus.</summary>
public sealed class ForgejoSetupList : IPlatformSetup
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Describe(Pipeline pipeline)
    {
        var possible = new PossibleJobs(pipeline).Pipeline;
        return [.. Runners(possible), .. Gate(possible), .. SecretNotices.Of(possible, "Settings > Actions > Secrets")];
    }

    private static IEnumerable<string> Runners(Pipeline pipeline)
    {
        var labels = pipeline.Jobs.Where(j => j.Runner.Os == "linux").SelectMany(j => j.Runner.GitHubLabels).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (labels.Count > 0)
        {
            yield return $"Settings > Actions > Runners: a runner with the label {string.Join(", ", labels)} that starts Debian or Ubuntu containers with bash, git and Node 24 (for example node:24-bookworm) and knows actions of node24.";
        }
    }

    private static IEnumerable<string> Gate(Pipeline pipeline)
    {
        if (GateJob.Exists(pipeline))
        {
            yield return $"Settings > Branches: a rule for {pipeline.Triggers.DefaultBranch} with the status check \"*{GateJob.Id}*\"; without it a merge does not wait for the quality gate.";
        }
    }
}
