using PipelineKit.Platforms.GitHub;

namespace PipelineKit.Platforms.Forgejo;

/// <summary>
/// GitHub's workflow language as Forgejo and Gitea read it (<see href="https://forgejo.org/docs/latest/user/actions/reference/"/>,
/// <see href="https://docs.gitea.com/usage/actions/comparison"/>).
/// </summary>
internal static class ForgejoDialect
{
    /// <summary>The label that Forgejo's own documentation gives to runners that start containers.</summary>
    public const string DefaultLabel = "docker";

    public static WorkflowDialect Instance { get; } = new()
    {
        Title = "Forgejo",
        Setup = new ForgejoSetupList(),
        // A name without a host is looked up where the administrator says, and the pinned commits are those of GitHub.
        ActionHost = "https://github.com/",
        HelperRunner = DefaultLabel,
        HasMergeQueue = false,
        KeepsArtifacts = false,
        ShowsSummaries = false,
        JobsAreContainers = true,
    };
}
