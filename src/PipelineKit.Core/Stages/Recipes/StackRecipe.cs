namespace PipelineKit.Core.Stages.Recipes;

/// <summary>The package managers of a stack, as <c>templates/stacks/ID.yml</c> describes them.</summary>
internal sealed record StackRecipe
{
    /// <summary>Managers in order; the first is the default.</summary>
    public required IReadOnlyDictionary<string, ManagerRecipe> Managers { get; init; }

    /// <summary>Id of the toolchain whose versions <c>versions:</c> lists.</summary>
    public required string Toolchain { get; init; }

    /// <summary>Options that must be given.</summary>
    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>Further names for placeholders, each the first of some options that is set.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Names { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public static StackRecipe Empty { get; } = new() { Managers = new Dictionary<string, ManagerRecipe>(), Toolchain = "" };
}

/// <summary>One package manager.</summary>
internal sealed record ManagerRecipe
{
    /// <summary>Toolchains of every job, with <c>versions</c>, <c>pinned</c> or a version.</summary>
    public IReadOnlyDictionary<string, string> Toolchains { get; init; } = new Dictionary<string, string>();

    /// <summary>Environments (installs) by name.</summary>
    public IReadOnlyDictionary<string, EnvironmentRecipe> Environments { get; init; } = new Dictionary<string, EnvironmentRecipe>();

    /// <summary>Beginnings of commands by name, and the environment each needs.</summary>
    public IReadOnlyDictionary<string, ProvisionRecipe> Provisions { get; init; } = new Dictionary<string, ProvisionRecipe>();

    /// <summary>Command that adds <c>{requirements}</c> to an environment, or none.</summary>
    public ArgumentTemplate Add { get; init; } = ArgumentTemplate.Empty;

    public IReadOnlyDictionary<string, string> Env { get; init; } = new Dictionary<string, string>();
}

/// <summary>An install of a package manager.</summary>
internal sealed record EnvironmentRecipe
{
    public required IReadOnlyList<ArgumentTemplate> Run { get; init; }

    public ArgumentTemplate Inputs { get; init; } = ArgumentTemplate.Empty;

    public CacheRecipe? Cache { get; init; }
}

/// <summary>Cache of an install; key files with placeholders.</summary>
internal sealed record CacheRecipe(string Id, string Env, ArgumentTemplate Key, ArgumentTemplate Else);

/// <summary>A way of running tools.</summary>
internal sealed record ProvisionRecipe
{
    public required ArgumentTemplate Run { get; init; }

    /// <summary>Environment needed first, or null.</summary>
    public string? Environment { get; init; }

    /// <summary>The tool's requirements are added to the environment by the manager's <c>add</c> command.</summary>
    public bool Adds { get; init; }
}
