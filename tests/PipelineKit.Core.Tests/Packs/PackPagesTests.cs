using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PipelineKit.Core.Packs;
using PipelineKit.Core.Packs.Rules;
using PipelineKit.TestCases;
using Shouldly;

namespace PipelineKit.Core.Tests.Packs;

/// <summary>Every diagnostic of packs has a page, and the page shows what the program really says (<c>tests/cases/err/pack-*</c>).</summary>
public sealed partial class PackPagesTests
{
    public static TheoryData<string> Codes() => [.. PackDiagnostics.All.Select(d => d.Code)];

    [Fact]
    public void Every_code_has_a_page_and_every_page_a_code() =>
        Directory.GetFiles(Root("docs/reference/diagnostics"), "PK50*.md").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)
            .ShouldBe(PackDiagnostics.All.Select(d => d.Code));

    [Fact]
    public void Every_rule_file_is_in_the_list() =>
        Directory.GetFiles(Root("src/PipelineKit.Core/Packs/Rules"), "*Rule.cs").Select(f => Path.GetFileNameWithoutExtension(f)).Where(n => n != "IPackRule").Order(StringComparer.Ordinal)
            .ShouldBe(PackRules.All.Select(r => r.GetType().Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_code_has_a_case()
    {
        var seen = ErrCase.All("pack").SelectMany(c => Code().Matches(c.Expected).Select(m => m.Value)).ToHashSet(StringComparer.Ordinal);

        PackDiagnostics.All.Select(d => d.Code).Where(c => !seen.Contains(c)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_page_shows_its_case(string code)
    {
        var descriptor = PackDiagnostics.All.Single(d => d.Code == code);
        var path = Root($"docs/reference/diagnostics/{code}.md");
        var page = File.ReadAllText(path);
        var testCase = ErrCase.Named(CaseName().Match(page).Groups[1].Value);
        var shown = Example(testCase);
        if (ErrCase.Update)
        {
            page = Between().Replace(page, _ => shown);
            File.WriteAllText(path, page);
        }

        page.ShouldStartWith($"# {code}: {descriptor.Title}\n\nSeverity: {descriptor.Severity.ToString().ToLowerInvariant()}.\n");
        testCase.Expected.ShouldContain(code);
        Between().Match(page).Value.ShouldBe(shown);
    }

    private static string Example(ErrCase testCase)
    {
        var pack = Root($"tests/cases/err/{testCase.Name}/pack/pack.yml");
        var both = File.Exists(pack) ? $"The pack, and the spec that extends it:\n\n```yaml\n{File.ReadAllText(pack)}```\n\n" : "";
        return $"## Example\n\n<!-- case: {testCase.Name} -->\n\n{both}```yaml\n{testCase.Spec ?? File.ReadAllText(Root($"tests/cases/err/{testCase.Name}/fleet.yml"))}```\n\n```text\n{testCase.Expected}```\n\n## How";
    }

    private static string Root(string path, [CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", path));

    [GeneratedRegex("PK50[0-9]{2}")]
    private static partial Regex Code();

    [GeneratedRegex("<!-- case: ([a-z0-9-]+) -->")]
    private static partial Regex CaseName();

    [GeneratedRegex("## Example\n.*## How", RegexOptions.Singleline)]
    private static partial Regex Between();
}
