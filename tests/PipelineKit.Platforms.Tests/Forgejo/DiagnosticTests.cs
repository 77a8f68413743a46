using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PipelineKit.Core.Model;
using PipelineKit.Platforms.Forgejo;
using PipelineKit.Platforms.Tests.Shared;
using Shouldly;

namespace PipelineKit.Platforms.Tests.Forgejo;

/// <summary>What the forge cannot do is said, not dropped; each code has a page that shows what is really said.</summary>
public partial class DiagnosticTests
{
    private static readonly Job Plain = Sample.Job("check", "make");

    private static readonly Job Deploy = Sample.Job("deploy", "./deploy.sh") with { Phase = Phase.Deploy, Gate = false, When = new Condition { Events = PipelineEvents.Push } };

    private static readonly RegistryDefinition Registry = new() { Id = "pypi", Audience = "pypi", Tokens = new Dictionary<string, string> { ["T"] = "pypi" }, Platforms = ["github"] };

    private static readonly ToolchainDefinition SetupPython = new()
    {
        Id = "python",
        GitHub = [new GitHubSetup { Uses = "actions/setup-python", With = new Dictionary<string, string> { ["python-version"] = "{python}" } }],
        Local = new LocalProbe(["python"], "x", "any", "x"),
    };

    private static readonly ToolchainDefinition Pipx = SetupPython with { Id = "semgrep", GitHub = [new GitHubSetup { Run = [["pipx", "install", "semgrep=={semgrep}"]] }] };

    /// <summary>The pipeline that makes a page's example, by code.</summary>
    private static readonly Dictionary<string, Pipeline> Causes = new()
    {
        ["PK3401"] = Sample.Pipeline(Plain with { Runner = new Runner("windows", ["windows-2025"], []) }),
        ["PK3402"] = Sample.Pipeline(Plain, Deploy with { Oidc = Registry }),
        ["PK3403"] = Sample.Pipeline(Plain with { Artifacts = [new Artifact("dist", ["dist/"])] }, Sample.Job("smoke", "./smoke.sh") with { Needs = [new Need("check", ["dist"])] }),
        ["PK3404"] = Sample.Pipeline(Plain with { Reports = [new Report(ReportKind.Junit, "junit.xml")] }),
        ["PK3405"] = Sample.Pipeline(Plain),
        ["PK3406"] = Sample.Pipeline(Plain, Deploy with { When = new Condition { Events = PipelineEvents.MergeQueue } }),
        ["PK3407"] = Sample.Pipeline(Plain, Deploy with { Environment = new DeploymentEnvironment("production", Approval: false) }),
        ["PK3409"] = Sample.Pipeline(Plain, Sample.Job("soft", "make") with { AllowFailure = true }),
        ["PK3408"] = Sample.Pipeline(Plain with { Toolchains = [new(SetupPython, "3.13")] }),
    };

    public static TheoryData<string> Codes => [.. ForgejoDiagnostics.All.Select(d => d.Code)];

    public static IEnumerable<TheoryDataRow<string, Pipeline>> LeftOut =>
    [
        new("the forge has no pages that a workflow can deploy", Sample.Pipeline(Plain, Deploy with { Pages = new Pages("check", "html", "html") })),
        new("environments are ignored, and nobody would be asked before \"pypi\"", Sample.Pipeline(Plain, Deploy with { Environment = new DeploymentEnvironment("pypi", Approval: true) })),
        new("the forge has no operation \"clear-caches\"", Sample.Pipeline(Plain, Deploy with { PlatformOperation = "clear-caches" })),
        new("no artifact can be handed over from \"check\"", Sample.Pipeline(Plain with { Artifacts = [new Artifact("dist", ["dist/"])] }, Deploy with { Needs = [new Need("check", ["dist"])] })),
    ];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_page_shows_what_is_said(string code)
    {
        var found = ForgejoHarness.Emit(Causes[code]).Diagnostics.First(d => d.Descriptor.Code == code);
        var severity = found.Descriptor.Severity.ToString().ToLowerInvariant();
        var hint = found.Hint is null ? "" : $"hint: {found.Hint}\n";
        var shown = $"```text\npipelinekit.yml: {severity} {code}: {found.Message}\n{hint}```";
        var path = Path.Combine(Folder(), code + ".md");
        var page = File.ReadAllText(path);
        if (Environment.GetEnvironmentVariable("PIPELINEKIT_UPDATE") == "1")
        {
            page = Output().Replace(page, _ => shown);
            File.WriteAllText(path, page);
        }

        page.ShouldStartWith($"# {code}: {found.Descriptor.Title[..1].ToUpperInvariant()}{found.Descriptor.Title[1..]}\n\nSeverity: {severity}.\n");
        Output().Match(page).Value.ShouldBe(shown);
        page.ShouldContain("## How to mend it");
    }

    [Fact]
    public void No_page_is_left_over() =>
        Directory.GetFiles(Folder(), "PK34*.md").Select(Path.GetFileNameWithoutExtension).ShouldBe(ForgejoDiagnostics.All.Select(d => d.Code), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(LeftOut))]
    public void A_job_that_cannot_run_is_left_out_with_its_reason(string reason, Pipeline pipeline)
    {
        var (tree, diagnostics) = ForgejoHarness.Emit(pipeline);

        diagnostics.ShouldContain(d => d.Descriptor == ForgejoDiagnostics.JobLeftOut && d.Message.EndsWith(reason, StringComparison.Ordinal));
        tree.Find("jobs").ShouldBeOfType<Core.Yaml.YamlMap>().Select(j => j.Key).ShouldBe(["check", "quality-gate"]);
    }

    [Fact]
    public void What_stands_behind_a_job_that_is_left_out_is_left_out_too()
    {
        var behind = Deploy with { Id = "announce", Needs = [new Need("deploy", [])] };

        var (tree, diagnostics) = ForgejoHarness.Emit(Sample.Pipeline(Plain, Deploy with { Oidc = Registry }, behind));

        diagnostics.Where(d => d.Descriptor == ForgejoDiagnostics.JobLeftOut).Select(d => d.Message)
            .ShouldContain("job \"announce\" is left out on Forgejo: it needs \"deploy\", which is left out");
        tree.Find("jobs").ShouldBeOfType<Core.Yaml.YamlMap>().Select(j => j.Key).ShouldBe(["check", "quality-gate"]);
    }

    [Fact]
    public void A_program_that_a_plain_image_does_not_have_is_named() =>
        ForgejoHarness.Emit(Sample.Pipeline(Plain with { Toolchains = [new(Pipx, "1.2.3")] })).Diagnostics
            .ShouldContain(d => d.Descriptor == ForgejoDiagnostics.ImageNeeded && d.Message.Contains("pipx", StringComparison.Ordinal));

    [Fact]
    public void A_plain_job_is_only_told_of_settings()
    {
        ForgejoHarness.Emit(Sample.Pipeline(Plain)).Diagnostics.Select(d => d.Descriptor.Code).Distinct().ShouldBe(["PK3001", "PK3405"], ignoreOrder: true);
    }

    private static string Folder([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "docs", "reference", "diagnostics"));

    [GeneratedRegex("```text\n.*?```", RegexOptions.Singleline)]
    private static partial Regex Output();
}
