namespace PipelineKit.Core.Model;

/// <summary>A package registry with trusted publishing (<c>templates/registries/ID.yml</c>).</summary>
public sealed record RegistryDefinition
{
    /// <summary>Identifier, equal to the file's name.</summary>
    public required string Id { get; init; }

    /// <summary>Audience of the identity token; null for a registry that belongs to the platform and takes the job's own token.</summary>
    public string? Audience { get; init; }

    /// <summary>GitLab: identity tokens by the variable that receives them, each with its audience.</summary>
    public IReadOnlyDictionary<string, string> Tokens { get; init; } = new Dictionary<string, string>();

    /// <summary>GitHub: further permissions of the job's token (<c>packages</c> → <c>write</c>).</summary>
    public IReadOnlyDictionary<string, string> GitHubPermissions { get; init; } = new Dictionary<string, string>();

    /// <summary>Platforms (<c>github</c>, <c>gitlab</c>) on which the registry accepts identity tokens; elsewhere a secret is needed and PK3xxx says so.</summary>
    public IReadOnlyList<string> Platforms { get; init; } = [];

    /// <summary>GitHub: step that exchanges the token, or null where the publishing tool does it itself.</summary>
    public GitHubSetup? GitHubLogin { get; init; }

    /// <summary>GitHub: environment variables for the commands, by expression.</summary>
    public IReadOnlyDictionary<string, string> GitHubEnv { get; init; } = new Dictionary<string, string>();

    /// <summary>GitHub: environment variables for the commands, from outputs of the login step (<c>NUGET_API_KEY</c> → output name).</summary>
    public IReadOnlyDictionary<string, string> GitHubLoginEnv { get; init; } = new Dictionary<string, string>();

    /// <summary>Variable that holds the secret where tokens are not accepted, or null.</summary>
    public string? SecretVariable { get; init; }

    /// <summary>
    /// What has to be set up for it, by platform, for <c>explain --setup</c>. <c>{file}</c> stands for the pipeline's file, <c>{workflow}</c> for
    /// its name without folders, <c>{environment}</c> for the job's environment.
    /// </summary>
    public IReadOnlyDictionary<string, string> Setup { get; init; } = new Dictionary<string, string>();
}
