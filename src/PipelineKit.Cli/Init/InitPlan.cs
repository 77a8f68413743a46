using PipelineKit.Cli.Init.Facts;

namespace PipelineKit.Cli.Init;

/// <summary>What <c>init</c> is about to write.</summary>
internal sealed record InitPlan
{
    public required string Name { get; init; }

    public required IReadOnlyList<string> Targets { get; init; }

    public required string DefaultBranch { get; init; }

    public required IReadOnlyList<DetectedProject> Projects { get; init; }

    /// <summary>Stage ids that are wanted, of all projects together.</summary>
    public required IReadOnlyList<string> Stages { get; init; }

    /// <summary>Output paths that differ from the default, because that file is taken.</summary>
    public IReadOnlyDictionary<string, string> Outputs { get; init; } = new Dictionary<string, string>();

    /// <summary>What concerns the repository as a whole.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}
