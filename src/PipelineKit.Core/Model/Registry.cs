namespace PipelineKit.Core.Model;

/// <summary>A package registry with trusted publishing (<c>templates/registries/ID.yml</c>).</summary>
public sealed record RegistryDefinition
{
    /// <summary>Identifier, equal to the file's name.</summary>
    public required string Id { get; init; }

    /// <summary>Audience of the identity token.</summary>
    public required string Audience { get; init; }

    /// <summary>GitLab: variable that receives the identity token.</summary>
    public required string TokenVariable { get; init; }

    /// <summary>Platforms (<c>github</c>, <c>gitlab</c>) on which the registry accepts identity tokens; elsewhere a secret is needed and PK3xxx says so.</summary>
    public IReadOnlyList<string> Platforms { get; init; } = [];

    /// <summary>GitHub: step that exchanges the token, or null where the publishing tool does it itself.</summary>
    public GitHubSetup? GitHubLogin { get; init; }

    /// <summary>GitHub: environment variables for the commands, from outputs of the login step (<c>NUGET_API_KEY</c> → output name).</summary>
    public IReadOnlyDictionary<string, string> GitHubLoginEnv { get; init; } = new Dictionary<string, string>();

    /// <summary>Variable that holds the secret where tokens are not accepted, or null.</summary>
    public string? SecretVariable { get; init; }

    /// <summary>What has to be set up at the registry, for <c>explain --setup</c>.</summary>
    public string Setup { get; init; } = "";
}
