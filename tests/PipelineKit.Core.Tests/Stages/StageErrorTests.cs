using System.Text.RegularExpressions;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages;
using PipelineKit.Core.Stages.Catalog;
using Shouldly;

namespace PipelineKit.Core.Tests.Stages;

/// <summary>
/// A folder per mistake: a spec, files that stand in for <c>.pipelinekit/</c>, and what is said. PIPELINEKIT_UPDATE=1 writes the messages.
/// Every code of the family has a case and a page.
/// </summary>
public sealed partial class StageErrorTests
{
    private static string Cases => Path.Combine(StageHarness.SourceFolder(), "err");

    public static TheoryData<string> Names() => [.. Directory.GetDirectories(Cases).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Codes() => [.. StageDiagnostics.All.Where(d => d.Severity == Severity.Error).Select(d => d.Code)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mistake_is_explained(string name)
    {
        var folder = Path.Combine(Cases, name);
        var harness = StageHarness.Load(File.ReadAllText(Path.Combine(folder, "spec.yml")), new FolderTemplates(Path.Combine(folder, "files"), ".pipelinekit"));
        foreach (var request in harness.Requests())
        {
            harness.Render(request).ShouldBeNull();
        }

        var expected = Path.Combine(folder, "expected.txt");
        if (Environment.GetEnvironmentVariable("PIPELINEKIT_UPDATE") == "1")
        {
            File.WriteAllText(expected, harness.Messages + "\n");
        }

        (harness.Messages + "\n").ShouldBe(File.ReadAllText(expected));
        harness.Diagnostics.HasErrors.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_has_a_case_and_a_page(string code)
    {
        Directory.GetFiles(Cases, "expected.txt", SearchOption.AllDirectories).ShouldContain(f => Code().Matches(File.ReadAllText(f)).Any(m => m.Value == code));
        var descriptor = StageDiagnostics.All.Single(d => d.Code == code);
        var file = Path.Combine(StageHarness.RepositoryRoot(), "docs", "reference", "diagnostics", $"{code}.md");
        var page = File.ReadAllText(file);
        var shown = Example(CaseName().Match(page).Groups[1].Value);
        if (Environment.GetEnvironmentVariable("PIPELINEKIT_UPDATE") == "1")
        {
            page = Between().Replace(page, _ => shown);
            File.WriteAllText(file, page);
        }

        page.ShouldStartWith($"# {code}: {descriptor.Title}\n\nSeverity: error.\n");
        shown.ShouldContain(code);
        Between().Match(page).Value.ShouldBe(shown);
    }

    // The spec, unless a file of the repository is what the case is about.
    private static string Example(string name)
    {
        var folder = Path.Combine(Cases, name);
        var file = Directory.Exists(Path.Combine(folder, "files"))
            ? Directory.GetFiles(Path.Combine(folder, "files"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Last()
            : Path.Combine(folder, "spec.yml");
        var shown = Path.GetFileName(file) == "spec.yml" ? "pipelinekit.yml" : ".pipelinekit/" + Path.GetRelativePath(Path.Combine(folder, "files"), file).Replace('\\', '/');
        var messages = File.ReadAllText(Path.Combine(folder, "expected.txt"));
        return $"## Example\n\n<!-- case: {name} -->\n\n`{shown}`:\n\n```yaml\n{File.ReadAllText(file)}```\n\n```text\n{messages}```\n\n## How";
    }

    [GeneratedRegex("<!-- case: ([a-z0-9-]+) -->")]
    private static partial Regex CaseName();

    [GeneratedRegex("## Example\n.*## How", RegexOptions.Singleline)]
    private static partial Regex Between();

    [GeneratedRegex("PK[0-9]{4}")]
    private static partial Regex Code();
}
