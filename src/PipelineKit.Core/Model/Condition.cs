namespace PipelineKit.Core.Model;

/// <summary>When a job runs. All properties must hold; entries of a list are alternatives.</summary>
public sealed record Condition
{
    /// <summary>No condition: every event.</summary>
    public static Condition Always { get; } = new();

    /// <summary>Events on which the job runs.</summary>
    public PipelineEvents Events { get; init; } = PipelineEvents.All;

    /// <summary>For pushes: globs of branches (<c>*</c>, <c>**</c>, <c>?</c>), already resolved; empty means every branch of the triggers.</summary>
    public IReadOnlyList<string> Branches { get; init; } = [];

    /// <summary>For tags: globs; empty means every tag.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Globs relative to the repository root, against the merge base or the previous head; always true for tag, schedule, manual and a first push.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>A button, never automatic.</summary>
    public bool OnlyManual { get; init; }
}

/// <summary>What starts a pipeline.</summary>
[Flags]
public enum PipelineEvents
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A push to a branch.</summary>
    Push = 1,

    /// <summary>A pull request (GitHub) or merge request (GitLab).</summary>
    PullRequest = 2,

    /// <summary>A merge queue (GitHub) or merge train (GitLab).</summary>
    MergeQueue = 4,

    /// <summary>A schedule.</summary>
    Schedule = 8,

    /// <summary>Started by hand.</summary>
    Manual = 16,

    /// <summary>A pushed tag.</summary>
    Tag = 32,

    /// <summary>Any of them.</summary>
    All = Push | PullRequest | MergeQueue | Schedule | Manual | Tag,
}
