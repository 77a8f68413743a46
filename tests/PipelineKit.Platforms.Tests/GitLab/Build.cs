using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.Tests.GitLab;

/// <summary>Parts of hand-made pipelines: what the resolver would hand to the emitter.</summary>
internal static class Build
{
    public static readonly Project Root = new(null, ".", "python");

    public static readonly LocalProbe Probe = new(["true"], "(.*)", "any", "install it");

    public static readonly ToolchainDefinition Python = new()
    {
        Id = "python",
        Images = [new ToolchainImage("python:{python}-slim", ["python"])],
        Local = Probe,
    };

    public static readonly ToolchainDefinition Uv = new()
    {
        Id = "uv",
        Covers = ["python"],
        Env = new Dictionary<string, string> { ["UV_PYTHON"] = "{python}" },
        Images =
        [
            new ToolchainImage("ghcr.io/astral-sh/uv:{uv}-python{python}-trixie-slim", ["uv", "python"]),
            new ToolchainImage("ghcr.io/astral-sh/uv:{uv}-trixie-slim", ["uv"]),
        ],
        Local = Probe,
    };

    public static readonly ToolchainDefinition Node = new()
    {
        Id = "node",
        Images = [new ToolchainImage("node:{node}-slim", ["node"])],
        Local = Probe,
    };

    public static readonly ToolchainDefinition Pnpm = new()
    {
        Id = "pnpm",
        GitLabInstall = [["npm", "install", "--global", "pnpm@{pnpm}"]],
        Local = Probe,
    };

    public static readonly RegistryDefinition PyPi = new()
    {
        Id = "pypi",
        Audience = "pypi",
        Tokens = new Dictionary<string, string> { ["PYPI_ID_TOKEN"] = "pypi" },
        Platforms = ["github", "gitlab"],
        Setup = new Dictionary<string, string> { ["github"] = "At PyPI add a trusted publisher for the repository and the environment.", ["gitlab"] = "At PyPI add a trusted publisher for the repository and the environment." },
    };

    public static Job Job(string id, Phase phase = Phase.Check, params Command[] run) => new()
    {
        Id = id,
        Stage = id,
        Project = Root,
        Title = "Job " + id,
        Phase = phase,
        Gate = phase < Phase.Publish,
        Runner = new Runner("linux", ["ubuntu-24.04"], []),
        Toolchains = [new Toolchain(Python, "3.12.11")],
        Run = run.Length == 0 ? [Argv("check", "check", ".")] : run,
        ReportsDirectory = "reports/" + id,
        Timeout = TimeSpan.FromMinutes(10),
    };

    public static Command Argv(string name, params Value[] argv) => new() { Name = name, Argv = argv };

    public static Pipeline Pipeline(params Job[] jobs) => new()
    {
        Name = "sample",
        SpecFile = "pipelinekit.yml",
        Triggers = new Triggers { DefaultBranch = "main" },
        Projects = [Root],
        Jobs = jobs,
    };
}
