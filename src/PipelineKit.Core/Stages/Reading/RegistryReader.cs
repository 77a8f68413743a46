using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Stages.Reading;

/// <summary>Reads a file of <c>templates/registries/</c>.</summary>
internal static class RegistryReader
{
    public static RegistryDefinition? Read(string id, SourceNode node, DiagnosticBag diagnostics)
    {
        if (MapReader.Of(node, "a registry file", diagnostics) is not { } map)
        {
            return null;
        }

        DataFile.CheckId(map, id);
        var registry = new RegistryDefinition
        {
            Id = id,
            Audience = map.Text("audience"),
            Tokens = map.TextMap("tokens"),
            Platforms = map.Texts("platforms"),
            GitHubLogin = map.Node("github-login") is { } login ? ToolchainReader.GitHub(login, diagnostics) : null,
            GitHubPermissions = map.TextMap("github-permissions"),
            GitHubEnv = map.TextMap("github-env"),
            GitHubLoginEnv = map.TextMap("github-login-env"),
            SecretVariable = map.Text("secret-variable"),
            Setup = map.TextMap("setup"),
        };
        map.Finish();
        return registry;
    }
}
