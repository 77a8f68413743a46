namespace PipelineKit.Core.Stages.Recipes;

/// <summary>The package managers of a stack, as <c>templates/stacks/ID/stack.yml</c> lists them.</summary>
internal sealed record StackRecipe
{
    /// <summary>Managers in order; the first is the default.</summary>
    public required IReadOnlyDictionary<string, ManagerData> Managers { get; init; }

    /// <summary>Id of the toolchain whose versions <c>versions:</c> lists.</summary>
    public required string Toolchain { get; init; }

    public static StackRecipe Empty { get; } = new() { Managers = new Dictionary<string, ManagerData>(), Toolchain = "" };
}

/// <summary>What is always true of a package manager. What it runs is in its template, <c>templates/stacks/STACK/MANAGER.sbn</c>.</summary>
internal sealed record ManagerData
{
    /// <summary>Its lock file; empty when it has none.</summary>
    public string Lock { get; init; } = "";

    /// <summary>Toolchains of every job, with <c>versions</c>, <c>pinned</c> or a version.</summary>
    public IReadOnlyDictionary<string, string> Toolchains { get; init; } = new Dictionary<string, string>();

    /// <summary>Environment variables of every job.</summary>
    public IReadOnlyDictionary<string, string> Env { get; init; } = new Dictionary<string, string>();
}
