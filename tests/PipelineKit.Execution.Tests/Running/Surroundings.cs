namespace PipelineKit.Execution.Tests.Running;

/// <summary>Environment of the runs: Node of the version that the example wants first on PATH, caches of the machine, no colours.</summary>
internal static class Surroundings
{
    public static Dictionary<string, string?> Of(ExecutedStack stack)
    {
        var environment = new Dictionary<string, string?>
        {
            ["NO_COLOR"] = "1",
            ["DOTNET_NOLOGO"] = "1",
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            ["DOTNET_CLI_UI_LANGUAGE"] = "en",
            ["npm_config_update_notifier"] = "false",
            ["npm_config_prefer_offline"] = "true",
        };
        if (stack.NodeVersions.Count > 0)
        {
            var folder = ExecutedStack.NodeFolder(stack.NodeVersions[^1]);
            Directory.Exists(folder).ShouldBeTrue("run dotnet cake --target=set-up first");
            environment["PATH"] = folder + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        }

        return environment;
    }

    /// <summary>Folders of packages that jobs of CI would fill anew.</summary>
    public static IEnumerable<string> Caches()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        yield return $"NUGET_PACKAGES={Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(home, ".nuget", "packages")}";
        yield return $"npm_config_cache={Environment.GetEnvironmentVariable("npm_config_cache") ?? Path.Combine(home, ".npm")}";
    }
}
