using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Stages.Recipes;

/// <summary>What a package manager must know of a tool to run it.</summary>
/// <param name="Program">Program.</param>
/// <param name="Module">Python module that is the same program.</param>
/// <param name="Package">Package that holds it.</param>
/// <param name="Version">Version; empty where none is known.</param>
/// <param name="Requirements">What is installed beside or instead of a locked tool, as the package manager writes it.</param>
internal sealed record ToolFacts(string Program, string Module, string Package, string Version, IReadOnlyList<string> Requirements)
{
    /// <summary>No tool: for what a package manager does for a project alone.</summary>
    public static ToolFacts None { get; } = new("", "", "", "", []);
}

/// <summary>A tool of a stage with the way it is run for one project.</summary>
internal sealed record ResolvedTool
{
    public required ToolRecipe Recipe { get; init; }

    /// <summary>Where the spec asks for it.</summary>
    public required SourceSpan Span { get; init; }

    public required ToolFacts Facts { get; init; }

    /// <summary>Beginning of the commands of a program of its package.</summary>
    public required Func<ToolFacts, IReadOnlyList<string>> Prefix { get; init; }

    /// <summary>Environment of the package manager that it needs, or null.</summary>
    public Spanned<string>? Environment { get; init; }

    /// <summary>Its requirements are added to that environment.</summary>
    public bool Adds { get; init; }

    public required IReadOnlyList<string> Toolchains { get; init; }

    /// <summary>True: it has a job of its own.</summary>
    public bool OwnJob { get; init; }
}
