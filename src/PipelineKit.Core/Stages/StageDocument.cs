using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;

namespace PipelineKit.Core.Stages;

/// <summary>What a stage template renders, read and typed but not yet resolved: ids are local, paths are relative to the project.</summary>
public sealed record StageDocument
{
    /// <summary>Template it was rendered from, for messages.</summary>
    public required string File { get; init; }

    /// <summary>Files that its commands read.</summary>
    public IReadOnlyList<SupportFile> Files { get; init; } = [];

    /// <summary>Services by alias.</summary>
    public IReadOnlyDictionary<string, StageService> Services { get; init; } = new Dictionary<string, StageService>();

    /// <summary>Installs by local id.</summary>
    public IReadOnlyDictionary<string, StageInstall> Installs { get; init; } = new Dictionary<string, StageInstall>();

    /// <summary>Jobs in order.</summary>
    public required IReadOnlyList<StageJob> Jobs { get; init; }
}

/// <summary>A service that a stage asks for.</summary>
/// <param name="Use">Id of a file in <c>templates/services/</c>.</param>
/// <param name="Version">Image version, or null for the pinned one.</param>
/// <param name="Settings">Further values for the service file's placeholders, for example <c>database</c>.</param>
public sealed record StageService(string Use, string? Version, IReadOnlyDictionary<string, string> Settings);

/// <summary>An install of a stage document.</summary>
/// <param name="Run">Argument lists.</param>
/// <param name="Inputs">Files relative to the project.</param>
/// <param name="Cache">Cache, or null; key files relative to the project.</param>
public sealed record StageInstall(IReadOnlyList<IReadOnlyList<Value>> Run, IReadOnlyList<string> Inputs, Cache? Cache);

/// <summary>A job of a stage document. Null means that the document does not say.</summary>
public sealed record StageJob
{
    /// <summary>Local id; <c>main</c> adds nothing to the global id.</summary>
    public required string Name { get; init; }

    /// <summary>Where it stands in the rendered document.</summary>
    public required SourceSpan Span { get; init; }

    /// <summary>Title, or null for the stage's.</summary>
    public string? Title { get; init; }

    /// <summary>What it takes to pass, in words for people, or null.</summary>
    public string? Threshold { get; init; }

    /// <summary>Phase, or null for the stage's.</summary>
    public Phase? Phase { get; init; }

    /// <summary>Gate, or null for the default of its phase.</summary>
    public bool? Gate { get; init; }

    /// <summary>Operating system class.</summary>
    public string Os { get; init; } = "linux";

    /// <summary>Container image where one is a must.</summary>
    public string? Image { get; init; }

    /// <summary>Toolchains; a null version means pinned.</summary>
    public IReadOnlyList<KeyValuePair<string, Value?>> Toolchains { get; init; } = [];

    /// <summary>Matrix, or null.</summary>
    public Matrix? Matrix { get; init; }

    /// <summary>Local id of its install, or null.</summary>
    public string? Install { get; init; }

    /// <summary>Aliases of its services.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>Environment.</summary>
    public IReadOnlyList<KeyValuePair<string, Value>> Env { get; init; } = [];

    /// <summary>Commands.</summary>
    public IReadOnlyList<Command> Run { get; init; } = [];

    /// <summary>Reports, paths relative to the project.</summary>
    public IReadOnlyList<Report> Reports { get; init; } = [];

    /// <summary>Artifacts, paths relative to the project.</summary>
    public IReadOnlyList<Artifact> Artifacts { get; init; } = [];

    /// <summary>Needs.</summary>
    public IReadOnlyList<StageNeed> Needs { get; init; } = [];

    /// <summary>Condition, or null for always; <see cref="Condition.Branches"/> may hold the words <c>default</c> and <c>also</c>, paths are relative to the project.</summary>
    public Condition? When { get; init; }

    /// <summary>Time limit, or null for 30 minutes.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Failure allowed.</summary>
    public bool AllowFailure { get; init; }

    /// <summary>How programs are installed that the machine itself must have, by the name of the program.</summary>
    public IReadOnlyDictionary<string, string> Hints { get; init; } = new Dictionary<string, string>();

    /// <summary>Local locks.</summary>
    public IReadOnlyList<string> Locks { get; init; } = [];

    /// <summary>Deployment environment.</summary>
    public DeploymentEnvironment? Environment { get; init; }

    /// <summary>Registry id for identity tokens.</summary>
    public string? OidcFor { get; init; }

    /// <summary>Values for the placeholders of the registry's data file.</summary>
    public IReadOnlyDictionary<string, string> OidcWith { get; init; } = new Dictionary<string, string>();

    /// <summary>Concurrency group.</summary>
    public Concurrency? Concurrency { get; init; }

    /// <summary>Artifact published as pages: an id of an artifact of this job or of a needed one.</summary>
    public string? PagesArtifact { get; init; }

    /// <summary>Operation of the platform.</summary>
    public string? PlatformOperation { get; init; }

    /// <summary>History to fetch, 0 for all.</summary>
    public int? FetchDepth { get; init; }
}

/// <summary>A need as written.</summary>
/// <param name="Job">Local job name, or <c>STAGE/JOB</c>; <c>gate</c> for all gate jobs.</param>
/// <param name="Artifacts">Ids of artifacts to fetch.</param>
/// <param name="AllProjects">True: the job of every project, not only of the same one.</param>
/// <param name="Span">Where it stands.</param>
public sealed record StageNeed(string Job, IReadOnlyList<string> Artifacts, bool AllProjects, SourceSpan Span);
