using PipelineKit.Core.Model;

namespace PipelineKit.Core.Stages.Recipes;

/// <summary>Tools that run in one job, with what their templates say put together.</summary>
internal sealed record ToolJob
{
    /// <summary>Name within the stage document.</summary>
    public required string Name { get; init; }

    public required IReadOnlyList<ResolvedTool> Tools { get; init; }

    public required string ReportsFolder { get; init; }

    /// <summary>Toolchains with <c>versions</c>, <c>pinned</c> or a version.</summary>
    public required IReadOnlyDictionary<string, string> Toolchains { get; init; }

    public required IReadOnlyList<Command> Steps { get; init; }

    public required IReadOnlyList<Report> Reports { get; init; }

    public required IReadOnlyList<Artifact> Artifacts { get; init; }

    public required IReadOnlyList<SupportFile> Files { get; init; }

    public required IReadOnlyDictionary<string, string> Env { get; init; }

    public ToolInstall? Install { get; init; }

    /// <summary>How the programs of tools are installed that no environment brings.</summary>
    public IReadOnlyDictionary<string, string> Hints { get; init; } = new Dictionary<string, string>();

    /// <summary>What other jobs must not use at the same time in one working tree.</summary>
    public IReadOnlyList<string> Locks { get; init; } = [];
}

/// <summary>An install of a project.</summary>
internal sealed record ToolInstall(string Name, IReadOnlyList<IReadOnlyList<string>> Run, IReadOnlyList<string> Inputs, Cache? Cache);
