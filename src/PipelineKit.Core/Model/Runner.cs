namespace PipelineKit.Core.Model;

/// <summary>Where a job runs, resolved from its operating system class and the spec's <c>runners:</c>.</summary>
/// <param name="Os">Class: <c>linux</c>, <c>windows</c> or <c>macos</c>.</param>
/// <param name="GitHubLabels">Labels for <c>runs-on</c>; a fixed image, never <c>-latest</c>.</param>
/// <param name="GitLabTags">Tags of GitLab's runners; empty for shared ones.</param>
/// <param name="Image">Container image, only where a container is a must.</param>
public sealed record Runner(string Os, IReadOnlyList<string> GitHubLabels, IReadOnlyList<string> GitLabTags, string? Image = null)
{
    /// <summary>Labels for <c>runs-on</c> of a forge that reads GitHub's workflows; empty when the spec names none.</summary>
    public IReadOnlyList<string> ForgejoLabels { get; init; } = [];
}
