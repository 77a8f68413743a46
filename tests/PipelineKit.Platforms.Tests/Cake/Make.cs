using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.Tests.Cake;

/// <summary>Short ways to make model objects.</summary>
internal static class Make
{
    public static readonly Project Root = new(null, ".", "none");

    public static Job Job(string id, params Command[] run) => new()
    {
        Id = id,
        Stage = id,
        Project = Root,
        Title = id,
        Phase = Phase.Check,
        Runner = new Runner("linux", ["ubuntu-24.04"], []),
        ReportsDirectory = "reports/" + id,
        Timeout = TimeSpan.FromMinutes(10),
        Run = run,
    };

    public static Command Command(params string[] argv) => new() { Name = argv[0], Argv = [.. argv.Select(a => (Value)a)] };

    public static Install Install(params string[] argv) => new() { Id = "install", Directory = ".", Run = [[.. argv.Select(a => (Value)a)]] };

    public static Pipeline Pipeline(params Job[] jobs) => new()
    {
        Name = "sample",
        SpecFile = "pipelinekit.yml",
        Triggers = new Triggers { DefaultBranch = "main" },
        Jobs = jobs,
        Projects = [Root],
    };

    public static Toolchain Toolchain(string id, Value version, string match = "minimum") => new(
        new ToolchainDefinition { Id = id, Local = new([id, "--version"], @"(\d+(?:\.\d+)*)", match, $"install {id} from its site") },
        version);
}
