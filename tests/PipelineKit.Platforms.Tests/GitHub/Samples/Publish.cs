using PipelineKit.Core.Model;
using PipelineKit.Platforms.Tests.Shared;

namespace PipelineKit.Platforms.Tests.GitHub.Samples;

/// <summary>A release by tag: build, publish with and without identity tokens, environments, a gate before them, maintenance by hand.</summary>
internal static class Publish
{
    private static readonly Condition OnTag = new() { Events = PipelineEvents.Tag, Tags = ["v*"] };

    private static readonly RegistryDefinition PyPi = new()
    {
        Id = "pypi",
        Audience = "pypi",
        Tokens = new Dictionary<string, string> { ["PYPI_ID_TOKEN"] = "pypi" },
        Platforms = ["github", "gitlab"],
        Setup = new Dictionary<string, string> { ["github"] = "add a trusted publisher for ci.yml", ["gitlab"] = "add a trusted publisher for ci.yml" },
    };

    private static readonly RegistryDefinition NuGet = new()
    {
        Id = "nuget",
        Audience = "https://www.nuget.org",
        Tokens = new Dictionary<string, string> { ["NUGET_ID_TOKEN"] = "https://www.nuget.org" },
        Platforms = ["github"],
        GitHubLogin = new GitHubSetup { Uses = "NuGet/login", With = new Dictionary<string, string> { ["user"] = "${{ vars.NUGET_USER }}" } },
        GitHubLoginEnv = new Dictionary<string, string> { ["NUGET_API_KEY"] = "NUGET_API_KEY" },
        Setup = new Dictionary<string, string> { ["github"] = "add a trusted publishing policy and the variable NUGET_USER", ["gitlab"] = "add a trusted publishing policy and the variable NUGET_USER" },
    };

    private static readonly RegistryDefinition Private = new()
    {
        Id = "private",
        Audience = "private",
        Tokens = new Dictionary<string, string> { ["PRIVATE_ID_TOKEN"] = "private" },
        SecretVariable = "PRIVATE_TOKEN",
    };

    private static readonly Job Build = Sample.Job("package", "uv", "build", "--out-dir", "dist") with
    {
        Title = "Build the package",
        Phase = Phase.Build,
        Toolchains = [new(Sample.Python, "3.12"), new(Sample.Uv, "0.12.5")],
        Install = Sample.UvSync,
        Artifacts = [new Artifact("dist", ["dist/"]) { Required = true }, new Artifact("notes", ["CHANGELOG.md", ".notes/**"]) { Keep = TimeSpan.FromHours(30) }],
        FetchDepth = 0,
    };

    private static Job To(string id, RegistryDefinition registry, params Value[] argv) => Sample.Job(id, argv) with
    {
        Title = $"Publish to {registry.Id}",
        Phase = Phase.Publish,
        Gate = false,
        Toolchains = [new(Sample.Uv, "0.12.5")],
        Needs = [new Need("package", ["dist"])],
        NeedsGate = true,
        When = OnTag,
        Oidc = registry,
    };

    public static Pipeline Pipeline { get; } = Sample.Pipeline(
        Sample.Job("housekeeping") with
        {
            Title = "Clear the caches",
            Phase = Phase.Prepare,
            Gate = false,
            When = new Condition { OnlyManual = true },
            PlatformOperation = "clear-caches",
            Timeout = TimeSpan.FromSeconds(61),
        },
        Sample.Job("lint", "ruff", "check") with { AllowFailure = true },
        Sample.Job("test", "pytest"),
        Build,
        To("pypi", PyPi, "uv", "publish", "--trusted-publishing", "always") with { Environment = new("pypi", true, "https://pypi.org/p/sample"), Concurrency = new("publish", false) },
        To("nuget", NuGet, "dotnet", "nuget", "push", "dist/sample.nupkg") with { Environment = new("nuget", false), Install = Sample.UvSync },
        To("private", Private, "./push.sh") with { NeedsGate = false },
        Sample.Job("announce", "./announce.sh") with { Phase = Phase.Deploy, Gate = false, Needs = [new Need("pypi", [])], When = OnTag, Concurrency = new("announce", true) })
        with
    {
        Triggers = new Triggers { DefaultBranch = "main", Tags = ["v*"] },
    };
}
