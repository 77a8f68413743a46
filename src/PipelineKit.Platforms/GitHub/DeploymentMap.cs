using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Platforms.GitHub;

/// <summary>What publishing and deploying jobs have beside their steps.</summary>
internal static class DeploymentMap
{
    private const string DeploymentStep = "deployment";

    public static YamlNode? Environment(Job job)
    {
        var name = job.Environment?.Name ?? (job.Pages is null ? null : "github-pages");
        var url = job.Pages is not null ? $"${{{{ steps.{DeploymentStep}.outputs.page_url }}}}"
            : job.Environment?.Url is { } given ? Expressions.Literal(given)
            : null;
        return name is null ? null
            : url is null ? Expressions.Text(name)
            : new YamlMap { ["name"] = Expressions.Text(name), ["url"] = url };
    }

    /// <summary>
    /// A group of its own, never cancelled. A newer job replaces an older one that still waits, which is right for a roll-out (the newest state
    /// counts) and wrong for a release (each has to appear): releases wait per ref.
    /// </summary>
    public static YamlMap? Concurrency(Job job)
    {
        if (job.Concurrency is null && job.Phase < Phase.Publish && job.Pages is null)
        {
            return null;
        }

        var group = Expressions.Literal(job.Concurrency?.Group ?? (job.Pages is null ? job.Id : "pages"));
        return new YamlMap
        {
            ["group"] = job.Phase == Phase.Publish && job.Concurrency?.Cancel != true ? group + "-${{ github.ref }}" : group,
            ["cancel-in-progress"] = job.Concurrency?.Cancel ?? false,
        };
    }

    public static YamlMap DeployPages(GitHubContext context) => new()
    {
        ["id"] = DeploymentStep,
        ["uses"] = context.Uses("actions/deploy-pages"),
    };
}
