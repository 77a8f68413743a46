using PipelineKit.Core.Generation;
using PipelineKit.Platforms.Cake;
using PipelineKit.Platforms.Forgejo;
using PipelineKit.Platforms.GitHub;
using PipelineKit.Platforms.GitLab;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms;

/// <summary>The known platforms.</summary>
public static class PlatformEmitters
{
    /// <summary>One emitter per platform, in the order in which people list them.</summary>
    public static IReadOnlyList<IPlatformEmitter> All { get; } = [new GitHubEmitter(), new GitLabEmitter(), new CakeEmitter(), new ForgejoEmitter()];

    /// <summary>What has to be set by hand on a platform, or null where there is nothing to say.</summary>
    public static IPlatformSetup? SetupOf(string target) => target switch
    {
        "github" => new GitHubSetupList(),
        "gitlab" => new GitLabSetup(),
        "forgejo" => new ForgejoSetupList(),
        _ => null,
    };
}
