using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;

namespace PipelineKit.Core.Stages.Recipes;

/// <summary>What the template of a tool rendered: its part of a job.</summary>
internal sealed record ToolPart
{
    public required IReadOnlyList<ToolStep> Steps { get; init; }

    public IReadOnlyList<Report> Reports { get; init; } = [];

    public IReadOnlyList<Artifact> Artifacts { get; init; } = [];

    public IReadOnlyList<ToolFile> Files { get; init; } = [];

    public IReadOnlyDictionary<string, string> Env { get; init; } = new Dictionary<string, string>();

    /// <summary>Further toolchains with their versions.</summary>
    public IReadOnlyDictionary<string, string> Toolchains { get; init; } = new Dictionary<string, string>();

    /// <summary>Environment of the package manager that it needs here, or null for that of its provision; <c>none</c> for none at all.</summary>
    public Spanned<string>? Environment { get; init; }

    /// <summary>Locks, or null for those of its data file.</summary>
    public IReadOnlyList<string>? Locks { get; init; }
}

/// <summary>A command of a tool.</summary>
/// <param name="Command">The command; exit codes and verdict are not filled in.</param>
/// <param name="Findings">Exit codes that mean findings, or null for those of the tool.</param>
/// <param name="Decides">True: findings fail the job; otherwise only a broken tool does.</param>
internal sealed record ToolStep(Command Command, IReadOnlyList<int>? Findings, bool Decides);

/// <summary>A support file: its content, or the name of a file in <c>templates/support/</c> that holds it.</summary>
internal sealed record ToolFile(string Path, string? Content, string? From, SourceSpan Span);
