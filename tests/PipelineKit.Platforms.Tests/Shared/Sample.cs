using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.Tests.Shared;

/// <summary>Small pieces of pipelines, made by hand, for the tests of all platforms.</summary>
internal static class Sample
{
    public static readonly Project Root = new(null, ".", "python");

    public static readonly Runner Linux = new("linux", ["ubuntu-24.04"], []);

    public static readonly ToolchainDefinition Python = new()
    {
        Id = "python",
        GitHub = [new GitHubSetup { Uses = "actions/setup-python", With = new Dictionary<string, string> { ["python-version"] = "{python}" } }],
        Images = [new ToolchainImage("python:{python}-slim-bookworm", ["python"])],
        Local = new LocalProbe(["python3", "--version"], @"Python (\S+)", "prefix", "python.org"),
    };

    public static readonly ToolchainDefinition Uv = new()
    {
        Id = "uv",
        Covers = ["python"],
        Env = new Dictionary<string, string> { ["UV_PYTHON"] = "{python}" },
        GitHub =
        [
            new GitHubSetup
            {
                Uses = "astral-sh/setup-uv",
                With = new Dictionary<string, string> { ["version"] = "{uv}" },
                CacheId = "uv",
                CacheWith = new Dictionary<string, string> { ["cache-dependency-glob"] = "{key}", ["enable-cache"] = "true" },
                NoCacheWith = new Dictionary<string, string> { ["enable-cache"] = "false" },
            },
        ],
        Images = [new ToolchainImage("ghcr.io/astral-sh/uv:{uv}-python{python}-trixie-slim", ["uv", "python"])],
        Local = new LocalProbe(["uv", "--version"], @"uv (\S+)", "minimum", "docs.astral.sh/uv"),
    };

    public static readonly Install UvSync = new()
    {
        Id = "deps",
        Directory = ".",
        Run = [["uv", "sync", "--locked", "--all-groups"]],
        Inputs = ["pyproject.toml", "uv.lock"],
        Cache = new Cache("uv", "UV_CACHE_DIR", ["uv.lock"], ["pyproject.toml"]),
    };

    /// <summary>A job with one command and every default.</summary>
    public static Job Job(string id, params Value[] argv) => new()
    {
        Id = id,
        Stage = id,
        Project = Root,
        Title = id,
        Phase = Phase.Check,
        Runner = Linux,
        Run = argv.Length == 0 ? [] : [new Command { Name = id, Argv = argv }],
        ReportsDirectory = $"reports/{id}",
        Timeout = TimeSpan.FromMinutes(10),
    };

    public static Pipeline Pipeline(params Job[] jobs) => new()
    {
        Name = "sample",
        SpecFile = "pipelinekit.yml",
        Triggers = new Triggers { DefaultBranch = "main" },
        Jobs = jobs,
        Projects = [.. jobs.Select(j => j.Project).Distinct()],
    };

    public static Command Command(string name, params Value[] argv) => new() { Name = name, Argv = argv };
}
