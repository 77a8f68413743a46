using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;

namespace PipelineKit.Core.Stages.Recipes;

/// <summary>A tool of a stage with the way it is run for one project.</summary>
internal sealed record ResolvedTool
{
    public required ToolRecipe Recipe { get; init; }

    /// <summary>Where the spec asks for it.</summary>
    public required SourceSpan Span { get; init; }

    public required ToolStage Stage { get; init; }

    public required string Version { get; init; }

    /// <summary>Beginning of its commands.</summary>
    public required ArgumentTemplate Prefix { get; init; }

    /// <summary>Environment of the package manager that it needs, or null.</summary>
    public string? Environment { get; init; }

    /// <summary>Its requirements are added to that environment.</summary>
    public bool Adds { get; init; }

    public required IReadOnlyList<string> Toolchains { get; init; }

    /// <summary>True: it has a job of its own.</summary>
    public bool OwnJob { get; init; }
}

/// <summary>Tools that run in one job, with everything expanded.</summary>
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

    /// <summary>What other jobs must not use at the same time in one working tree.</summary>
    public IReadOnlyList<string> Locks { get; init; } = [];
}

/// <summary>An install with everything expanded.</summary>
internal sealed record ToolInstall(string Name, IReadOnlyList<IReadOnlyList<string>> Run, IReadOnlyList<string> Inputs, Cache? Cache);
