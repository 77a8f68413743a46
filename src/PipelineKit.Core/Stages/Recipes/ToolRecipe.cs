using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;

namespace PipelineKit.Core.Stages.Recipes;

/// <summary>A file of <c>templates/tools/</c>, typed: how a tool becomes the commands of a stage.</summary>
internal sealed record ToolRecipe
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Name of the package that holds it.</summary>
    public required string Package { get; init; }

    /// <summary>Version: <c>pinned</c> or a version.</summary>
    public required string Version { get; init; }

    /// <summary>Program, where commands do not name another.</summary>
    public required string Program { get; init; }

    /// <summary>Python module that is the same program.</summary>
    public required string Module { get; init; }

    /// <summary>What is installed beside or instead of a locked tool, for example <c>pytest=={version}</c>.</summary>
    public ArgumentTemplate Requires { get; init; } = ArgumentTemplate.Empty;

    /// <summary>Assumed to stand in the project's lock file when the spec does not say.</summary>
    public bool InLock { get; init; }

    /// <summary>How it is run; the first that holds.</summary>
    public required IReadOnlyList<ToolProvision> Provisions { get; init; }

    /// <summary>Further toolchains by package manager (<c>any</c> for all).</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Toolchains { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Package managers (<c>any</c> for all) of which it is the only one in its job, because it brings an environment of its own.</summary>
    public IReadOnlyList<string> OwnJob { get; init; } = [];

    /// <summary>What other jobs must not use at the same time in one working tree; empty where it is all of the project's files.</summary>
    public ArgumentTemplate Locks { get; init; } = ArgumentTemplate.Empty;

    /// <summary>Exit codes that mean findings.</summary>
    public IReadOnlyList<int> Findings { get; init; } = [];

    /// <summary>Arguments by severity, weakest first; empty when the tool has none.</summary>
    public IReadOnlyDictionary<string, ArgumentTemplate> Severities { get; init; } = new Dictionary<string, ArgumentTemplate>();

    /// <summary>It judges nothing and only makes files for others, so <c>fail-on</c> does not concern it.</summary>
    public bool JudgesNothing { get; init; }

    /// <summary>What it does in each stage.</summary>
    public required IReadOnlyDictionary<string, ToolStage> Stages { get; init; }

    /// <summary>Tables for <c>map:</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Tables { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>();

    public required string InstallHint { get; init; }

    public required SourceSpan Span { get; init; }
}

/// <summary>One way to run a tool.</summary>
internal sealed record ToolProvision
{
    /// <summary>True: only when it stands in the lock; false: only when it does not; null: always.</summary>
    public bool? InLock { get; init; }

    /// <summary>Way of the stack (<c>provisions:</c> of a package manager), or null when every manager is listed in <see cref="Run"/>.</summary>
    public string? Use { get; init; }

    /// <summary>Beginning of the command by package manager; wins over <see cref="Use"/>.</summary>
    public IReadOnlyDictionary<string, ArgumentTemplate> Run { get; init; } = new Dictionary<string, ArgumentTemplate>();

    /// <summary>Environment that the commands need; wins over the stack's.</summary>
    public string? Environment { get; init; }
}

/// <summary>What a tool does in one stage.</summary>
internal sealed record ToolStage
{
    public IReadOnlyList<ToolStep> Steps { get; init; } = [];

    public IReadOnlyList<ToolReport> Reports { get; init; } = [];

    public IReadOnlyList<ToolFile> Files { get; init; } = [];

    public IReadOnlyList<ToolArtifact> Artifacts { get; init; } = [];

    public IReadOnlyDictionary<string, string> Env { get; init; } = new Dictionary<string, string>();

    /// <summary>Environment it needs here; wins over the provision's.</summary>
    public string? Environment { get; init; }

    /// <summary>Requirements on the inputs that must hold, each with the message shown otherwise.</summary>
    public IReadOnlyList<ToolCheck> Checks { get; init; } = [];
}

/// <summary>A command of a tool.</summary>
internal sealed record ToolStep
{
    public required string Name { get; init; }

    public Requirement? If { get; init; }

    /// <summary>Name of a list; the step is repeated for each entry, which is <c>{item}</c>.</summary>
    public string? Each { get; init; }

    public ArgumentTemplate Args { get; init; } = ArgumentTemplate.Empty;

    /// <summary>Other program of the same package, or null.</summary>
    public string? Program { get; init; }

    /// <summary>Python module of <see cref="Program"/>, or null.</summary>
    public string? Module { get; init; }

    /// <summary>The whole command: nothing is put before <see cref="Args"/>.</summary>
    public bool Bare { get; init; }

    /// <summary>When it holds (and always without one), findings fail the job; otherwise only a broken tool does.</summary>
    public Requirement? Gate { get; init; }

    /// <summary>Writes a report and never decides by findings.</summary>
    public bool ReportOnly { get; init; }

    public string? Stdout { get; init; }

    public bool Always { get; init; }

    /// <summary>Exit codes that mean findings, where they differ from the tool's.</summary>
    public IReadOnlyList<int>? Findings { get; init; }
}

/// <summary>A report that a tool leaves.</summary>
internal sealed record ToolReport(ReportKind Kind, string Path, string? Line, string? Category, Requirement? If, SourceSpan Span);

/// <summary>A support file: its content, or the name of a file in <c>templates/support/</c> that holds it. There are no placeholders in it.</summary>
internal sealed record ToolFile(string Path, string? Content, string? From, Requirement? If, SourceSpan Span);

/// <summary>An artifact that a tool makes.</summary>
internal sealed record ToolArtifact(string Id, ArgumentTemplate Paths, Requirement? If, SourceSpan Span);

/// <summary>A condition without which a tool cannot work.</summary>
internal sealed record ToolCheck(Requirement Require, string Message);
