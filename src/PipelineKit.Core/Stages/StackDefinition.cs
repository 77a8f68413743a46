namespace PipelineKit.Core.Stages;

/// <summary>A stack as data (<c>templates/stacks/ID/stack.yml</c>).</summary>
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

    /// <summary>Tools by stage that serve this stack where the stage names none for it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> DefaultTools { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The package managers, typed, for the renderer.</summary>
    internal Recipes.StackRecipe Recipe { get; init; } = Recipes.StackRecipe.Empty;
}
