using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitHub;

/// <summary>
/// What differs between the platforms that read GitHub's workflow language. All of it is data: the parts of the emitter ask for it where the
/// platforms differ, so that what they have in common stands in one place.
/// </summary>
internal sealed record WorkflowDialect
{
    /// <summary>Name of the platform, for messages.</summary>
    public required string Title { get; init; }

    /// <summary>What has to be set by hand.</summary>
    public required IPlatformSetup Setup { get; init; }

    /// <summary>Stands before the name of every action; empty where the platform itself is their host.</summary>
    public string ActionHost { get; init; } = "";

    /// <summary>Runner of the jobs that PipelineKit adds, where the pipeline has no Linux job.</summary>
    public required string HelperRunner { get; init; }

    /// <summary>There is an event for merge queues.</summary>
    public bool HasMergeQueue { get; init; } = true;

    /// <summary>The artifact actions of the pin table work.</summary>
    public bool KeepsArtifacts { get; init; } = true;

    /// <summary>What is written to the job summary is shown; elsewhere the log shows it too.</summary>
    public bool ShowsSummaries { get; init; } = true;

    /// <summary>
    /// Every job is a container, whose image a label of the runner names: steps run as root and find what a plain Debian image with Node has
    /// (no sudo, jq or pipx), and services are reached by their name.
    /// </summary>
    public bool JobsAreContainers { get; init; }

    /// <summary>GitHub itself.</summary>
    public static WorkflowDialect GitHub { get; } = new() { Title = "GitHub", Setup = new GitHubSetupList(), HelperRunner = "ubuntu-24.04" };
}
