namespace PipelineKit.Core.Stages;

/// <summary>A stack as data (<c>templates/stacks/ID.yml</c>).</summary>
public sealed record StackDefinition
{
    /// <summary>Id, equal to the file's name and to the spec's key of its options.</summary>
    public required string Id { get; init; }

    /// <summary>Title for people.</summary>
    public required string Title { get; init; }

    /// <summary>Typed options (<c>versions</c>, <c>manager</c>, …).</summary>
    public IReadOnlyList<InputDefinition> Options { get; init; } = [];

    /// <summary>Managers with the lock file of each; the first is the default.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Locks { get; init; } = [];

    /// <summary>Files whose presence shows that a folder is a project of this stack; globs of one folder level.</summary>
    public IReadOnlyList<string> Markers { get; init; } = [];

    /// <summary>The package managers, typed, for the renderer.</summary>
    internal Recipes.StackRecipe Recipe { get; init; } = Recipes.StackRecipe.Empty;

    /// <summary>The whole file as plain values (dictionaries, lists, scalars): what templates see as <c>stack.definition</c>, for example the installs per manager.</summary>
    public IReadOnlyDictionary<string, object?> Data { get; init; } = new Dictionary<string, object?>();
}
