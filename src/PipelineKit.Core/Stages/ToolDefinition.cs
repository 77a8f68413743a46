namespace PipelineKit.Core.Stages;

/// <summary>A tool as data (<c>templates/tools/ID.yml</c>): where it comes from, how it is provided, and what its exit codes mean. What it does in a stage is a template, <c>templates/stages/STAGE/ID.sbn</c>.</summary>
public sealed record ToolDefinition
{
    /// <summary>Id, equal to the file's name.</summary>
    public required string Id { get; init; }

    /// <summary>Stacks it works for; empty means any.</summary>
    public IReadOnlyList<string> Stacks { get; init; } = [];

    /// <summary>Stages that may list it: those with a template of its name.</summary>
    public IReadOnlyList<string> Stages { get; init; } = [];

    /// <summary>Severity levels that <c>fail-on</c> may name, weakest first; empty when the tool has none (<c>fail-on</c> is then PK1xxx).</summary>
    public IReadOnlyList<string> Severities { get; init; } = [];

    /// <summary>True for a tool that judges nothing (it makes a file that another tool of the stage judges); <c>fail-on</c> does not concern it.</summary>
    public bool JudgesNothing { get; init; }

    /// <summary>Where its package is published: <c>pypi</c>, <c>npm</c>, <c>nuget</c>, <c>debian</c>, <c>container</c> or <c>sdk</c>.</summary>
    public string Registry { get; init; } = "";

    /// <summary>Name of the package that holds it, as it stands in a lock file.</summary>
    public string Package { get; init; } = "";

    /// <summary>True: assumed to stand in the project's lock file when the spec's <c>tools-in-lock</c> does not say.</summary>
    public bool InLockByDefault { get; init; }

    /// <summary>True: runs at the owner's version where <c>tools-in-lock</c> names it.</summary>
    public bool RunsFromLock => Recipe?.Provisions.Any(p => p.InLock == true) == true;

    /// <summary>How a person installs it.</summary>
    public string InstallHint { get; init; } = "";

    /// <summary>The file, typed, for the renderer.</summary>
    internal Recipes.ToolRecipe? Recipe { get; init; }
}
