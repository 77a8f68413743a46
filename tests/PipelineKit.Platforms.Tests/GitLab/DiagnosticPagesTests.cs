using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PipelineKit.Platforms.GitLab;
using Shouldly;

namespace PipelineKit.Platforms.Tests.GitLab;

/// <summary>Each code of GitLab has a page, and the page shows what the emitter really says. <c>PIPELINEKIT_UPDATE=1</c> rewrites the messages.</summary>
public partial class DiagnosticPagesTests
{
    public static TheoryData<string> Codes => [.. GitLabDiagnostics.All.Select(d => d.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void APageExplainsTheCode(string code)
    {
        var found = Emitted.From(DiagnosticTests.Causes[code]()).Diagnostics.First(d => d.Descriptor.Code == code);
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
    public void NoPageIsLeftOver() =>
        Directory.GetFiles(Folder(), "PK32*.md").Select(Path.GetFileNameWithoutExtension).ShouldBe(GitLabDiagnostics.All.Select(d => d.Code), ignoreOrder: true);

    private static string Folder([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "docs", "reference", "diagnostics"));

    [GeneratedRegex("```text\n.*?```", RegexOptions.Singleline)]
    private static partial Regex Output();
}
