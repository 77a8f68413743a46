using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Platforms.Cake;
using PipelineKit.Platforms.Shared;
using Shouldly;

namespace PipelineKit.Platforms.Tests.Cake;

/// <summary>Each code of Cake has a page, and the page shows what the emitter really says. <c>PIPELINEKIT_UPDATE=1</c> rewrites the messages.</summary>
public sealed partial class CakeDiagnosticsTests
{
    private static readonly Dictionary<string, Job> Causes = new()
    {
        ["PK3301"] = Make.Job("clean") with { PlatformOperation = "clear-caches" },
        ["PK3302"] = Make.Job("tests") with { Runner = new Runner("linux", ["ubuntu-24.04"], [], "node:22.1.0") },
        ["PK3303"] = Make.Job("publish") with
        {
            Oidc = new RegistryDefinition { Id = "nuget", Audience = "nuget", Tokens = new Dictionary<string, string> { ["NUGET_ID_TOKEN"] = "nuget" }, SecretVariable = "NUGET_API_KEY" },
        },
        ["PK3304"] = Make.Job("default"),
        ["PK3305"] = Make.Job("installer") with { Runner = new Runner("windows", ["windows-2025"], []) },
    };

    public static TheoryData<string> Codes => [.. CakeDiagnostics.All.Select(d => d.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_page_explains_the_code(string code)
    {
        var found = Diagnose(Causes[code]).ShouldHaveSingleItem();
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

        page.ShouldStartWith($"# {code}: {found.Descriptor.Title}\n\nSeverity: {severity}.\n");
        Output().Match(page).Value.ShouldBe(shown);
        page.ShouldContain("## How to mend it");
    }

    [Fact]
    public void No_page_is_left_over() =>
        Directory.GetFiles(Folder(), "PK33*.md").Select(Path.GetFileNameWithoutExtension).ShouldBe(CakeDiagnostics.All.Select(d => d.Code), ignoreOrder: true);

    [Fact]
    public void A_stage_that_is_named_like_another_stages_job_is_refused() =>
        Diagnose(Make.Job("lint-api") with { Stage = "lint" }, Make.Job("x") with { Stage = "Lint-API" }).ShouldHaveSingleItem()
            .Message.ShouldBe("stage \"Lint-API\" and job \"lint-api\" would be the same task of the Cake script");

    [Fact]
    public void A_job_that_is_named_like_its_stage_is_fine() =>
        Diagnose(Make.Job("docs"), Make.Job("docs-site") with { Stage = "docs" }).ShouldBeEmpty();

    [Fact]
    public void NUL_is_refused() =>
        Diagnose(Make.Job("a", Make.Command("echo", "a\0b"))).ShouldHaveSingleItem().Descriptor.ShouldBe(PlatformDiagnostics.TextNotRepresentable);

    private static IReadOnlyList<Diagnostic> Diagnose(params Job[] jobs)
    {
        var bag = new DiagnosticBag();
        Emission.Of(Make.Pipeline(jobs), diagnostics: bag);
        return bag.Sorted();
    }

    private static string Folder([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "docs", "reference", "diagnostics"));

    [GeneratedRegex("```text\n.*?```", RegexOptions.Singleline)]
    private static partial Regex Output();
}
