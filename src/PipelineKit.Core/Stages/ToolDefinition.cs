namespace PipelineKit.Core.Stages;

/// <summary>A tool as data (<c>templates/tools/ID.yml</c>): how it becomes commands, and what its exit codes mean.</summary>
public sealed record ToolDefinition
{
    /// <summary>Id, equal to the file's name.</summary>
    public required string Id { get; init; }

    /// <summary>Stacks it works for; empty means any.</summary>
    public IReadOnlyList<string> Stacks { get; init; } = [];

    /// <summary>Stages that may list it.</summary>
    public IReadOnlyList<string> Stages { get; init; } = [];

    /// <summary>Severity levels that <c>fail-on</c> may name, weakest first; empty when the tool has none (<c>fail-on</c> is then PK1xxx).</summary>
    public IReadOnlyList<string> Severities { get; init; } = [];

    /// <summary>True for a tool that judges nothing (it makes a file that another tool of the stage judges); <c>fail-on</c> does not concern it.</summary>
    public bool JudgesNothing { get; init; }

    /// <summary>Name of the package that holds it, as it stands in a lock file.</summary>
    public string Package { get; init; } = "";

    /// <summary>True: assumed to stand in the project's lock file when the spec's <c>tools-in-lock</c> does not say.</summary>
    public bool InLockByDefault { get; init; }

    /// <summary>How a person installs it.</summary>
    public string InstallHint { get; init; } = "";

    /// <summary>The file, typed, for the renderer.</summary>
    internal Recipes.ToolRecipe? Recipe { get; init; }

    /// <summary>The whole file as plain values, for the renderer.</summary>
    public IReadOnlyDictionary<string, object?> Data { get; init; } = new Dictionary<string, object?>();
}
