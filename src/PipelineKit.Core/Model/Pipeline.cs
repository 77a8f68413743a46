namespace PipelineKit.Core.Model;

/// <summary>The whole pipeline, platform-neutral and resolved. What every emitter starts from.</summary>
public sealed record Pipeline
{
    /// <summary>Name of the repository's pipeline.</summary>
    public required string Name { get; init; }

    /// <summary>The spec it was made from, relative to the repository root.</summary>
    public required string SpecFile { get; init; }

    /// <summary>What starts it.</summary>
    public required Triggers Triggers { get; init; }

    /// <summary>Jobs ordered by phase, then stage as in the spec, then project; needs always point backwards.</summary>
    public required IReadOnlyList<Job> Jobs { get; init; }

    /// <summary>Projects of the repository.</summary>
    public required IReadOnlyList<Project> Projects { get; init; }

    /// <summary>Files that commands read; written like any output.</summary>
    public IReadOnlyList<SupportFile> Files { get; init; } = [];

    /// <summary>How programs that the machine itself must have are installed, by program name (<c>install-hint</c> of the tool, or the hint of the toolchain that brings the program); shown on laptops where one is missing.</summary>
    public IReadOnlyDictionary<string, string> ProgramHints { get; init; } = new Dictionary<string, string>();

    /// <summary>Settings that only emitters read.</summary>
    public Settings Settings { get; init; } = new();

    /// <summary>All gate jobs.</summary>
    public IEnumerable<Job> GateJobs => Jobs.Where(j => j.Gate);
}

/// <summary>What starts a pipeline.</summary>
public sealed record Triggers
{
    /// <summary>The default branch.</summary>
    public required string DefaultBranch { get; init; }

    /// <summary>Further branches (globs) whose pushes start it.</summary>
    public IReadOnlyList<string> AlsoBranches { get; init; } = [];

    /// <summary>Tags (globs) whose pushes start it; empty when no job runs on tags only.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Five-field cron expression in UTC, or null.</summary>
    public string? Schedule { get; init; }
}

/// <summary>A project in the repository.</summary>
/// <param name="Name">Suffix of its jobs' ids; null for a single project.</param>
/// <param name="Path">Folder relative to the repository root; <c>.</c> is the root.</param>
/// <param name="Stack">Stack id.</param>
public sealed record Project(string? Name, string Path, string Stack);

/// <summary>A file that commands read.</summary>
/// <param name="Path">Relative to the repository root, below <c>.pipelinekit/</c> of the project.</param>
/// <param name="Content">Text with LF line ends.</param>
public sealed record SupportFile(string Path, string Content);

/// <summary>Settings that only emitters read.</summary>
public sealed record Settings
{
    /// <summary>When SARIF goes to GitHub's code scanning.</summary>
    public CodeScanning CodeScanning { get; init; }

    /// <summary>Prefix of every image (registry mirror), or null.</summary>
    public string? ImagesPrefix { get; init; }

    /// <summary>Where PipelineKit itself comes from at run time, or null: then no output names it as a command.</summary>
    public ToolSource? PipelineKit { get; init; }

    /// <summary>Platforms that files are written for.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>Main file by platform, relative to the repository root: what registries ask for when they are to trust a pipeline.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();

    /// <summary>Explicit allowance of GitLab features that only paid tiers show (native SARIF reports).</summary>
    public bool GitLabPaidTier { get; init; }
}

/// <summary>Where a tool comes from.</summary>
/// <param name="Source">NuGet source: a folder of the repository or an address.</param>
/// <param name="Version">Exact version.</param>
public sealed record ToolSource(string Source, string Version);

/// <summary>When SARIF goes to GitHub's code scanning.</summary>
public enum CodeScanning
{
    /// <summary>In public repositories, never from a fork's pull request.</summary>
    Auto,

    /// <summary>In every repository (private ones need the paid feature).</summary>
    On,

    /// <summary>Never; the reports stay artifacts.</summary>
    Off,
}
