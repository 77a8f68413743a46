namespace PipelineKit.Core.Model;

/// <summary>One job of the pipeline, platform-neutral, with every default filled in. All paths but those of commands are relative to the repository root.</summary>
public sealed record Job
{
    /// <summary>Global id: <c>STAGE[-JOB][-PROJECT]</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Stage that it belongs to.</summary>
    public required string Stage { get; init; }

    /// <summary>Project it runs for; repository-wide stages have the root project.</summary>
    public required Project Project { get; init; }

    /// <summary>Plain-text title; emitters add the matrix leaf.</summary>
    public required string Title { get; init; }

    /// <summary>What it takes to pass, in words ("at least 85 % of the lines"), or null; shown where a person chooses what to run.</summary>
    public string? Threshold { get; init; }

    /// <summary>Title and threshold, for lists of jobs.</summary>
    public string Description => Threshold is null ? Title : $"{Title}; {Threshold}";

    /// <summary>Coarse order.</summary>
    public required Phase Phase { get; init; }

    /// <summary>Counted by the quality gate.</summary>
    public bool Gate { get; init; } = true;

    /// <summary>Where it runs.</summary>
    public required Runner Runner { get; init; }

    /// <summary>Toolchains in the order of the stage document.</summary>
    public IReadOnlyList<Toolchain> Toolchains { get; init; } = [];

    /// <summary>Matrix, or null.</summary>
    public Matrix? Matrix { get; init; }

    /// <summary>Install, or null.</summary>
    public Install? Install { get; init; }

    /// <summary>Services beside it.</summary>
    public IReadOnlyList<Service> Services { get; init; } = [];

    /// <summary>Environment in ordinal order of names.</summary>
    public IReadOnlyList<KeyValuePair<string, Value>> Env { get; init; } = [];

    /// <summary>Commands in order; they run in <see cref="Project.Path"/>.</summary>
    public IReadOnlyList<Command> Run { get; init; } = [];

    /// <summary>Reports folder, relative to the repository root: <c>[PROJECT/]reports/ID</c>, or below the folder that the spec names.</summary>
    public required string ReportsDirectory { get; init; }

    /// <summary>Its findings are weaknesses, which a platform's security pages show; those of style are not.</summary>
    public bool IsSecurity { get; init; }

    /// <summary>Reports it leaves.</summary>
    public IReadOnlyList<Report> Reports { get; init; } = [];

    /// <summary>Artifacts it hands on.</summary>
    public IReadOnlyList<Artifact> Artifacts { get; init; } = [];

    /// <summary>Jobs that must have passed before.</summary>
    public IReadOnlyList<Need> Needs { get; init; } = [];

    /// <summary>True: the quality gate (all gate jobs) must have passed before.</summary>
    public bool NeedsGate { get; init; }

    /// <summary>When it runs.</summary>
    public Condition When { get; init; } = Condition.Always;

    /// <summary>Upper bound of its running time.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>A failure is shown but does not fail the pipeline.</summary>
    public bool AllowFailure { get; init; }

    /// <summary>Local only: jobs with a common lock, or with a part of a folder that the other locks, never run at once in one working tree.</summary>
    public IReadOnlyList<string> Locks { get; init; } = [];

    /// <summary>Deployment environment, or null.</summary>
    public DeploymentEnvironment? Environment { get; init; }

    /// <summary>Registry it publishes to by identity token, or null.</summary>
    public RegistryDefinition? Oidc { get; init; }

    /// <summary>Concurrency group of its own, or null.</summary>
    public Concurrency? Concurrency { get; init; }

    /// <summary>Artifact published as the platform's pages, or null.</summary>
    public Pages? Pages { get; init; }

    /// <summary>An operation of the platform instead of commands (<c>clear-caches</c>), or null; outside parity.</summary>
    public string? PlatformOperation { get; init; }

    /// <summary>Extra history: number of commits to fetch, 0 for all; null for the platform's shallow default.</summary>
    public int? FetchDepth { get; init; }

    /// <summary>Parity digest: SHA-256 in lower-case hexadecimal.</summary>
    public string Digest { get; init; } = "";
}

/// <summary>A job that must have passed before another, and what is taken from it.</summary>
/// <param name="JobId">Global id.</param>
/// <param name="Artifacts">Ids of artifacts to fetch.</param>
public sealed record Need(string JobId, IReadOnlyList<string> Artifacts);

/// <summary>A deployment environment.</summary>
/// <param name="Name">Name on the platform.</param>
/// <param name="Approval">A person must approve (GitHub: a setting; GitLab: a manual job).</param>
/// <param name="Url">Address shown beside it, or null.</param>
public sealed record DeploymentEnvironment(string Name, bool Approval, string? Url = null);

/// <summary>A concurrency group.</summary>
/// <param name="Group">Name.</param>
/// <param name="Cancel">A newer run cancels an older one.</param>
public sealed record Concurrency(string Group, bool Cancel);

/// <summary>Publication of a folder as the platform's pages.</summary>
/// <param name="JobId">Job that made the artifact.</param>
/// <param name="ArtifactId">Artifact of that job.</param>
/// <param name="Directory">Its folder, relative to the repository root.</param>
public sealed record Pages(string JobId, string ArtifactId, string Directory);
