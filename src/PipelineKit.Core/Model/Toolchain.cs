namespace PipelineKit.Core.Model;

/// <summary>A toolchain that a job asks for.</summary>
/// <param name="Definition">How each platform provides it (<c>templates/toolchains/ID.yml</c>).</param>
/// <param name="Version">A <see cref="LiteralValue"/> or a <see cref="MatrixValue"/>.</param>
public sealed record Toolchain(ToolchainDefinition Definition, Value Version)
{
    /// <summary>Identifier.</summary>
    public string Id => Definition.Id;
}

/// <summary>
/// How the platforms provide a toolchain. In all texts <c>{ID}</c> stands for the version of toolchain ID of the same job;
/// an entry that names a toolchain which the job does not have is left out.
/// </summary>
public sealed record ToolchainDefinition
{
    /// <summary>Identifier, equal to the file's name.</summary>
    public required string Id { get; init; }

    /// <summary>Toolchains that this one provides itself when both are asked for (uv provides python).</summary>
    public IReadOnlyList<string> Covers { get; init; } = [];

    /// <summary>Variables that the toolchain reads, set on the CI platforms; outside parity.</summary>
    public IReadOnlyDictionary<string, string> Env { get; init; } = new Dictionary<string, string>();

    /// <summary>Steps that set it up on GitHub, in order.</summary>
    public IReadOnlyList<GitHubSetup> GitHub { get; init; } = [];

    /// <summary>Images that carry it on GitLab, best first.</summary>
    public IReadOnlyList<ToolchainImage> Images { get; init; } = [];

    /// <summary>Commands that install it into another image; null when it cannot be added (PK3xxx).</summary>
    public IReadOnlyList<IReadOnlyList<string>>? GitLabInstall { get; init; }

    /// <summary>Further variables on GitLab; outside parity.</summary>
    public IReadOnlyDictionary<string, string> GitLabEnv { get; init; } = new Dictionary<string, string>();

    /// <summary>Container that it needs beside the job on GitLab, where the runner does not provide it; null for none.</summary>
    public ToolchainService? GitLabService { get; init; }

    /// <summary>How it is found on a laptop.</summary>
    public required LocalProbe Local { get; init; }
}

/// <summary>One set-up step on GitHub: an action, or a command.</summary>
public sealed record GitHubSetup
{
    /// <summary>Action without version (<c>actions/setup-node</c>); the pin table adds the commit. Null when <see cref="Run"/> is used.</summary>
    public string? Uses { get; init; }

    /// <summary>Inputs of the action.</summary>
    public IReadOnlyDictionary<string, string> With { get; init; } = new Dictionary<string, string>();

    /// <summary>Inputs added when the job's install has a cache that the action handles; <c>{key}</c> is the key files, one per line.</summary>
    public IReadOnlyDictionary<string, string> CacheWith { get; init; } = new Dictionary<string, string>();

    /// <summary>Inputs added when no cache is wanted: nothing of an earlier run may reach what is published.</summary>
    public IReadOnlyDictionary<string, string> NoCacheWith { get; init; } = new Dictionary<string, string>();

    /// <summary>True: the action caches what it downloads in every job that may have a cache, not only an install.</summary>
    public bool CacheAlways { get; init; }

    /// <summary>Variables of the toolchain that the action sets itself.</summary>
    public IReadOnlyList<string> Exports { get; init; } = [];

    /// <summary>Id of the cache that <see cref="CacheWith"/> handles; other caches use the cache action.</summary>
    public string? CacheId { get; init; }

    /// <summary>Commands run instead of an action.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Run { get; init; } = [];
}

/// <summary>An image that carries toolchains.</summary>
/// <param name="Image">Name with an exact version tag and placeholders.</param>
/// <param name="Covers">All toolchains it carries; the image that covers most of a job's toolchains is taken.</param>
public sealed record ToolchainImage(string Image, IReadOnlyList<string> Covers)
{
    /// <summary>Entry point to clear, where the image's own would swallow the script.</summary>
    public bool ClearEntrypoint { get; init; }

    /// <summary>Commands without which the toolchain is in the image but not on the path; argument lists, <c>{ID}</c> allowed.</summary>
    public IReadOnlyList<IReadOnlyList<string>> SetUp { get; init; } = [];
}

/// <summary>A container beside the job that does a toolchain's work, such as the Docker engine; outside parity, as everything that sets a toolchain up.</summary>
/// <param name="Image">Name with an exact version tag.</param>
/// <param name="Alias">Host name for the job.</param>
/// <param name="Env">Variables by which the job finds it; it gets them too.</param>
/// <param name="Runner">What the runner must allow, as the end of "a runner …".</param>
public sealed record ToolchainService(string Image, string Alias, IReadOnlyDictionary<string, string> Env, string Runner);

/// <summary>How a toolchain is found on a laptop.</summary>
/// <param name="Probe">Command that prints the version; <c>{ID}</c> allowed.</param>
/// <param name="Pattern">Regular expression whose first group is the version in the probe's output.</param>
/// <param name="Match"><c>exact</c>, <c>prefix</c> (3.12 accepts 3.12.4), <c>minimum</c> or <c>any</c>.</param>
/// <param name="Hint">How to install it, per system in words.</param>
public sealed record LocalProbe(IReadOnlyList<string> Probe, string Pattern, string Match, string Hint)
{
    /// <summary>Further programs that come with the toolchain and start tools (npx, uvx).</summary>
    public IReadOnlyList<string> Programs { get; init; } = [];
}
