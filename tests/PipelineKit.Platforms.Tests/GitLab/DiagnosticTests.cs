using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Platforms.GitLab;
using Shouldly;
using static PipelineKit.Platforms.Tests.GitLab.Build;

namespace PipelineKit.Platforms.Tests.GitLab;

/// <summary>What GitLab cannot do is said, and said only then.</summary>
public class DiagnosticTests
{
    internal static readonly Dictionary<string, Func<Pipeline>> Causes = new()
    {
        ["PK3002"] = () => Pipeline(Job("publish", Phase.Publish) with { Oidc = PyPi with { Platforms = ["github"] } }),
        ["PK3003"] = () => Pipeline(Job("lint") with { Toolchains = [new(Python, "3.12"), new(Node, "24.1.0")] }),
        ["PK3008"] = () => Pipeline(Spread("lint", 201)),
        ["PK3009"] = () => Pipeline(Job("lint", run: Argv("a", "a\0b"))),
        ["PK3201"] = () => Pipeline(Job("pages")),
        ["PK3202"] = () => Pipeline(Job(new string('x', 256))),
        ["PK3203"] = () => Pipeline(Spread("wide", 51), Job("late", Phase.Build) with { Needs = [new Need("wide", [])] }),
        ["PK3204"] = () => Pipeline(Job("lint") with { Runner = new Runner("linux", [], [], "node:latest") }),
        ["PK3205"] = () => Pipeline(Job("lint") with { Runner = new Runner("macos", [], []) }),
        ["PK3206"] = () => Pipeline(Spread("lint", 2) with { Reports = [new(ReportKind.Codequality, "reports/x/c.json")] }),
        ["PK3207"] = () => Pipeline(Cached(["a", "b"], ["c"])),
        ["PK3208"] = () => Pipeline(Spread("lint", 2) with { Matrix = Axis(2) with { FailFast = true } }),
        ["PK3209"] = () => Pipeline(Job("lint"), Job("clean") with { PlatformOperation = "clear-caches" }),
        ["PK3210"] = () => Pipeline(Job("lint") with { Reports = [new(ReportKind.Cobertura, "c.xml") { Line = "(?=a)" }] }),
        ["PK3211"] = () => Pipeline(Job("lint") with { Environment = new DeploymentEnvironment("a$b", Approval: false) }),
        ["PK3213"] = () => Pipeline(Job("lint") with { Services = [new Service { Alias = "db", Image = "redis:8.2.1", Port = 6379, Health = "redis-cli ping" }] }),
        ["PK3214"] = () => Pipeline(Job("lint") with { Env = [new("KEY", new SecretValue("KEY", Required: true))] }),
        ["PK3215"] = () => Pipeline(Job("lint") with { When = new Condition { Paths = [.. Enumerable.Range(1, 51).Select(i => $"f{i}")] } }),
        ["PK3216"] = () => Pipeline(Job("lint") with { Reports = [new(ReportKind.Cobertura, "a.xml"), new(ReportKind.Cobertura, "b.xml")] }),
        ["PK3217"] = () => Pipeline(Job("lint") with { When = new Condition { Events = PipelineEvents.Push } }) with
        {
            Triggers = new Triggers { DefaultBranch = "main", AlsoBranches = ["develop"] },
        },
    };

    public static TheoryData<string> Codes => [.. Causes.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public void SaysWhy(string code)
    {
        var found = Emitted.From(Causes[code]()).Diagnostics.Where(d => d.Descriptor.Code == code).ToList();

        found.Count.ShouldBe(1);
        found[0].Primary.ShouldBe(SourceSpan.WholeFile("pipelinekit.yml"));
        found[0].Message.ShouldNotContain("\n");
    }

    [Fact]
    public void EveryCodeOfGitLabHasACause() =>
        GitLabDiagnostics.All.Select(d => d.Code).ShouldBeSubsetOf(Causes.Keys);

    [Fact]
    public void AnOrdinaryPipelineHasNoWarnings() =>
        Emitted.From(FiveStages.Pipeline()).Diagnostics.Where(d => d.Descriptor.Severity != Severity.Info).ShouldBeEmpty();

    private static Matrix Axis(int leaves) => new() { Axes = [new MatrixAxis("n", [.. Enumerable.Range(1, leaves).Select(i => $"v{i}")])] };

    private static Job Spread(string id, int leaves) => Job(id) with { Matrix = Axis(leaves) };

    private static Job Cached(string[] key, string[] other) => Job("lint") with
    {
        Install = new Install { Id = "i", Directory = ".", Run = [["i"]], Cache = new Cache("c", "C", key, other) },
    };
}
