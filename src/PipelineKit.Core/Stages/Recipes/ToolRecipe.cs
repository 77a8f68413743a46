using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Stages.Recipes;

/// <summary>A file of <c>templates/tools/</c>, typed: where a tool comes from and how it is provided. What it does is in its templates.</summary>
internal sealed record ToolRecipe
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Where its package is published.</summary>
    public string Registry { get; init; } = "";

    /// <summary>Name of the package that holds it.</summary>
    public required string Package { get; init; }

    /// <summary>Version: <c>pinned</c> or a version.</summary>
    public required string Version { get; init; }

    /// <summary>Program, where commands do not name another.</summary>
    public required string Program { get; init; }

    /// <summary>Python module that is the same program.</summary>
    public required string Module { get; init; }

    /// <summary>What is installed beside or instead of a locked tool.</summary>
    public IReadOnlyList<RequiredPackage> Requires { get; init; } = [];

    /// <summary>What stands between a package and its version: <c>==</c> for PyPI, <c>@</c> elsewhere.</summary>
    public string VersionMark { get; init; } = "@";

    /// <summary>Assumed to stand in the project's lock file when the spec does not say.</summary>
    public bool InLock { get; init; }

    /// <summary>How it is run; the first that holds.</summary>
    public required IReadOnlyList<ToolProvision> Provisions { get; init; }

    /// <summary>Further toolchains by package manager (<c>any</c> for all).</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Toolchains { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Package managers (<c>any</c> for all) of which it is the only one in its job, because it brings an environment of its own.</summary>
    public IReadOnlyList<string> OwnJob { get; init; } = [];

    /// <summary>What other jobs must not use at the same time in one working tree; empty where it is all of the project's files.</summary>
    public IReadOnlyList<string> Locks { get; init; } = [];

    /// <summary>It makes the folders of the files that it writes.</summary>
    public bool MakesFolders { get; init; }

    /// <summary>
    /// Arguments that keep the owner's configuration from changing the tree or lowering the exit code, by the command that they belong to (its first
    /// argument), <c>any</c> for every command.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Guards { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Exit codes that mean findings.</summary>
    public IReadOnlyList<int> Findings { get; init; } = [];

    /// <summary>Arguments by severity, weakest first; empty when the tool has none.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Severities { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>It judges nothing and only makes files for others, so <c>fail-on</c> does not concern it.</summary>
    public bool JudgesNothing { get; init; }

    /// <summary>Tables for <c>lookup</c>: for a text the texts that stand for it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Tables { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>();

    public required string InstallHint { get; init; }

    public required SourceSpan Span { get; init; }

    /// <summary>True when the list names the tool, or its package where that has another name (coverage of <c>unittest</c>).</summary>
    public bool IsAmong(IReadOnlyList<string> locked) =>
        locked.Contains(Id, StringComparer.Ordinal) || Requires is [{ Pin: not null } only] && locked.Contains(only.BareName, StringComparer.Ordinal);

    /// <summary>
    /// Of the packages that it needs beside itself, those that are not among the locked ones. Only packages of Python with a version of their own
    /// can be added to a tool of another version.
    /// </summary>
    public IReadOnlyList<RequiredPackage> NotAmong(IReadOnlyList<string> locked) => VersionMark != "=="
        ? []
        : [.. Requires.Where(r => r.Pin is not null && r.Name != Package && !locked.Contains(r.BareName, StringComparer.Ordinal))];
}

/// <summary>A package that a tool needs.</summary>
/// <param name="Name">Name, with extras where it has some: <c>bandit[sarif,toml]</c>.</param>
/// <param name="Pin">Id of the pin that gives its version, or null for the version of the tool.</param>
internal sealed record RequiredPackage(string Name, string? Pin)
{
    /// <summary>The name without extras.</summary>
    public string BareName => Name.Split('[')[0];
}

/// <summary>One way to run a tool.</summary>
internal sealed record ToolProvision
{
    /// <summary>True: only when it stands in the lock; false: only when it does not; null: always.</summary>
    public bool? InLock { get; init; }

    /// <summary>Way of the package manager (<c>provisions:</c> of its template), or null when every manager is listed in <see cref="Run"/>.</summary>
    public string? Use { get; init; }

    /// <summary>Beginning of the command by package manager; wins over <see cref="Use"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Run { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Environment that the commands need, or <c>none</c>; wins over the manager's.</summary>
    public Spanned<string>? Environment { get; init; }

    public required SourceSpan Span { get; init; }
}
