using PipelineKit.Core.Yaml;

namespace PipelineKit.Platforms.GitHub;

/// <summary>Operations of the platform that a job asks for by name instead of commands.</summary>
internal static class PlatformOperations
{
    public const string ClearCaches = "clear-caches";

    /// <summary>The steps, or null for an operation that GitHub does not have.</summary>
    public static IEnumerable<YamlMap>? Steps(string operation) => operation == ClearCaches ? [DeleteCaches()] : null;

    // The command-line client is part of the hosted images; with GH_REPO it needs no checkout.
    private static YamlMap DeleteCaches() => new()
    {
        ["name"] = "Delete every cache of the repository",
        ["env"] = new YamlMap { ["GH_REPO"] = "${{ github.repository }}", ["GH_TOKEN"] = "${{ github.token }}" },
        ["run"] = "gh cache delete --all --succeed-on-no-caches",
    };
}
