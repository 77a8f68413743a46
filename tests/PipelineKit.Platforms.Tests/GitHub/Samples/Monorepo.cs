using PipelineKit.Core.Model;
using PipelineKit.Platforms.Tests.Shared;

namespace PipelineKit.Platforms.Tests.GitHub.Samples;

/// <summary>Several projects, matrices of two axes, artifacts of matrix jobs, a cache that no set-up action keeps.</summary>
internal static class Monorepo
{
    private static readonly Project Api = new("api", "services/api", "dotnet");

    private static readonly Project Web = new("web", "web", "node");

    private static readonly ToolchainDefinition Dotnet = new()
    {
        Id = "dotnet",
        Env = new Dictionary<string, string> { ["DOTNET_NOLOGO"] = "true", ["WITHOUT"] = "{java}" },
        GitHub =
        [
            new GitHubSetup { Uses = "actions/setup-dotnet", With = new Dictionary<string, string> { ["dotnet-version"] = "{dotnet}", ["java"] = "{java}" } },
            new GitHubSetup { Run = [["dotnet", "tool", "install", "--global", "tool", "--version", "1.{dotnet}"], ["never", "{java}"]] },
        ],
        Local = new LocalProbe(["dotnet", "--version"], "(.*)", "prefix", "dot.net"),
    };

    private static readonly Install Restore = new()
    {
        Id = "restore-api",
        Directory = "services/api",
        Run = [["dotnet", "tool", "restore"], ["dotnet", "restore", "--locked-mode"]],
        Cache = new Cache("nuget", "NUGET_PACKAGES", ["services/api/packages.lock.json"], ["Directory.Packages.props"]),
    };

    private static readonly Matrix TwoAxes = new()
    {
        Axes = [new MatrixAxis("dotnet", ["9.0", "10.0"]), new MatrixAxis("tfm-kind", ["full", "trimmed"])],
        Exclude = [new Dictionary<string, string> { ["dotnet"] = "9.0", ["tfm-kind"] = "trimmed" }],
        FailFast = true,
        Primary = new Dictionary<string, string> { ["dotnet"] = "10.0" },
    };

    private static Job InApi(string id, params Value[] argv) => Sample.Job(id, argv) with
    {
        Project = Api,
        ReportsDirectory = $"services/api/reports/{id}",
        Install = Restore,
    };

    public static Pipeline Pipeline { get; } = Sample.Pipeline(
        InApi("build-api", "dotnet", "build", "-f", new MatrixValue("tfm-kind")) with
        {
            Title = "Build",
            Toolchains = [new(Dotnet, new MatrixValue("dotnet"))],
            Matrix = TwoAxes,
            Env = [new("KIND", new MatrixValue("tfm-kind")), new("Quoted", "a 'b' \"c\" $HOME")],
            Run = [Sample.Command("build", "dotnet", "build", "-p:Kind=x", new MatrixValue("tfm-kind"), new EnvReference("KIND"))],
            Artifacts = [new Artifact("bin", ["services/api/out/"])],
            IsSecurity = true,
            Reports = [new Report(ReportKind.Sarif, "services/api/reports/build-api/build.sarif") { Tool = "roslyn" }],
        },
        InApi("audit-api", "dotnet", "list") with { Install = Restore with { Id = "other", Directory = "tools", Cache = null } },
        Sample.Job("lint-web", "eslint", ".") with
        {
            Project = Web,
            ReportsDirectory = "web/reports/lint-web",
            Matrix = new Matrix { Axes = [new MatrixAxis("image", ["node:22", "node/24"])] },
            IsSecurity = true,
            Reports = [new Report(ReportKind.Sarif, "web/reports/lint-web/eslint.sarif")],
        },
        InApi("pack-api", "dotnet", "pack") with
        {
            Phase = Phase.Build,
            Needs = [new Need("build-api", ["bin"]), new Need("lint-web", [])],
            Artifacts =
            [
                new Artifact("package", ["services/api/out/api.nupkg"]),
                new Artifact("several", ["services/api/out/a.txt", "services/api/doc/b.txt"]),
                new Artifact("pattern", ["services/api/out/*.nupkg"]),
            ],
        },
        InApi("check-api", "ls") with { Phase = Phase.Build, Install = null, Needs = [new Need("pack-api", ["package", "several", "pattern"])] });
}
