using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Platforms.GitHub;
using PipelineKit.Platforms.Shared;
using PipelineKit.Platforms.Tests.Shared;
using Shouldly;

namespace PipelineKit.Platforms.Tests.GitHub;

/// <summary>What GitHub cannot do is said, not dropped.</summary>
public class DiagnosticTests
{
    private static readonly Job Plain = Sample.Job("job", "make");

    private static readonly Service Db = new() { Alias = "db", Image = "db:1", Port = 1 };

    public static IEnumerable<TheoryDataRow<string, string, Pipeline>> Cases =>
    [
        new("PK3002", "services on Windows", Sample.Pipeline(Plain with { Services = [Db], Runner = new Runner("windows", ["windows-2025"], []) })),
        new("PK3002", "a container on macOS", Sample.Pipeline(Plain with { Runner = new Runner("macos", ["macos-15"], [], "alpine:3") })),
        new("PK3002", "an unknown operation", Sample.Pipeline(Plain with { PlatformOperation = "reboot" })),
        new("PK3002", "two Pages sites", Sample.Pipeline(Plain with { Pages = new Pages("job", "a", "a") }, Sample.Job("other") with { Pages = new Pages("job", "a", "a") })),
        new("PK3002", "a redirected pwsh script", Script("pwsh", stdout: "a.txt")),
        new("PK3002", "findings of a pwsh script", Script("pwsh", findings: [1])),
        new("PK3004", "an action without a pin", Sample.Pipeline(Plain with { Toolchains = [new(Unpinned, "1")] })),
        new("PK3005", "SARIF with another ending", Sample.Pipeline(Plain with { IsSecurity = true, Reports = [new Report(ReportKind.Sarif, "a.json")] })),
        new("PK3005", "two categories", Sample.Pipeline(Plain with { IsSecurity = true, Reports = [new Report(ReportKind.Sarif, "a.sarif") { Category = "a" }, new Report(ReportKind.Sarif, "b.sarif")] })),
        new("PK3006", "a registry without tokens", Sample.Pipeline(Plain with { Oidc = new RegistryDefinition { Id = "r", Audience = "a", Tokens = new Dictionary<string, string> { ["T"] = "a" }, SecretVariable = "S" } })),
        new("PK3007", "sh on Windows", Script("sh", os: "windows")),
        new("PK3008", "257 leaves", Sample.Pipeline(Plain with { Matrix = new Matrix { Axes = [new MatrixAxis("a", [.. Enumerable.Range(0, 257).Select(n => $"v{n}")])] } })),
        new("PK3009", "NUL in an argument", Sample.Pipeline(Sample.Job("job", "make", "a\0b"))),
        new("PK3009", "NUL in a variable", Sample.Pipeline(Plain with { Env = [new("A", "\0")] })),
        new("PK3101", "an expression in a script", Script("bash", text: "echo ${{ github.actor }}\n")),
        new("PK3102", "? in a branch filter", Sample.Pipeline(Plain) with { Triggers = new Triggers { DefaultBranch = "main", AlsoBranches = ["v?"] } }),
        new("PK3103", "a deployment of pull requests", Sample.Pipeline(Plain with { Phase = Phase.Deploy })),
        new("PK3104", "a job called changes", Sample.Pipeline(Sample.Job("changes", "make"))),
        new("PK3104", "a job called quality-gate", Sample.Pipeline(Sample.Job("quality-gate", "make"))),
        new("PK3104", "a job id with a dot", Sample.Pipeline(Sample.Job("a.b", "make"))),
        new("PK3104", "an axis called include", Sample.Pipeline(Plain with { Matrix = new Matrix { Axes = [new MatrixAxis("include", ["a"])] } })),
        new("PK3104", "a variable of the runner", Sample.Pipeline(Plain with { Env = [new("GITHUB_TOKEN", "x")] })),
    ];

    private static readonly ToolchainDefinition Unpinned = new()
    {
        Id = "x",
        GitHub = [new GitHubSetup { Uses = "somebody/setup-x" }],
        Local = new LocalProbe(["x"], "x", "any", "x"),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void It_is_said(string code, string what, Pipeline pipeline) =>
        GitHubHarness.Emit(pipeline).Diagnostics.Where(d => d.Descriptor.Severity != Severity.Info).Select(d => d.Descriptor.Code).ShouldBe([code], what);

    [Fact]
    public void Nothing_is_said_about_a_plain_job() => GitHubHarness.Emit(Sample.Pipeline(Plain)).Diagnostics.ShouldHaveSingleItem().Descriptor.Code.ShouldBe("PK3001");

    [Fact]
    public void Two_hundred_and_fifty_six_leaves_are_allowed() => GitHubHarness.Emit(
        Sample.Pipeline(Plain with { Matrix = new Matrix { Axes = [new MatrixAxis("a", [.. Enumerable.Range(0, 256).Select(n => $"v{n}")])] } }))
        .Diagnostics.ShouldAllBe(d => d.Descriptor.Severity == Severity.Info);

    [Fact]
    public void Settings_of_the_platform_are_told_once_each() =>
        GitHubHarness.Emit(Samples.Publish.Pipeline).Diagnostics.Where(d => d.Descriptor == PlatformDiagnostics.PlatformSetting).Select(d => d.Message)
            .ShouldBe(new GitHubSetupList().Describe(Samples.Publish.Pipeline).Select(line => "GitHub: " + line), ignoreOrder: true);

    [Fact]
    public void Codes_are_unique_and_in_order()
    {
        var codes = PlatformDiagnostics.All.Concat(GitHubDiagnostics.All).Select(d => d.Code).ToList();
        codes.ShouldBe(codes.Distinct().Order(StringComparer.Ordinal));
    }

    private static Pipeline Script(string shell, string text = "true\n", string? stdout = null, int[]? findings = null, string os = "linux") => Sample.Pipeline(Plain with
    {
        Runner = new Runner(os, [$"{os}-1"], []),
        Run = [new Command { Name = "s", Script = text, Shell = shell, Stdout = stdout, Findings = findings ?? [], OnFailure = OnFailure.Report }],
    });
}
