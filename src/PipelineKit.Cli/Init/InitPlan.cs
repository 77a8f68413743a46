namespace PipelineKit.Cli.Init;

/// <summary>What <c>init</c> is about to write.</summary>
internal sealed record InitPlan
{
    public required string Name { get; init; }

    public required IReadOnlyList<string> Targets { get; init; }

    public required string DefaultBranch { get; init; }

    public required IReadOnlyList<DetectedProject> Projects { get; init; }

    /// <summary>Stage ids in the order of the spec.</summary>
    public required IReadOnlyList<string> Stages { get; init; }

    /// <summary>Output paths that differ from the default, because that file is taken.</summary>
    public IReadOnlyDictionary<string, string> Outputs { get; init; } = new Dictionary<string, string>();

    /// <summary>Sentences for the person: what was found, what was chosen and why.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
