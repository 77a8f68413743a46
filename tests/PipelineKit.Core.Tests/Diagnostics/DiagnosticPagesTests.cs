using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PipelineKit.Core.Spec;
using PipelineKit.Core.Spec.Rules;
using PipelineKit.TestCases;
using Shouldly;

namespace PipelineKit.Core.Tests.Diagnostics;

/// <summary>A rule is a file, a line of the list, a page and a case: the four lists agree, and the pages show what the program really says.</summary>
public sealed partial class DiagnosticPagesTests
{
    public static TheoryData<string> Codes() => [.. SpecDiagnostics.All.Select(d => d.Code)];

    [Fact]
    public void Every_code_has_a_page_and_every_page_a_code() =>
        Directory.GetFiles(Root("docs/reference/diagnostics"), "PK1*.md").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)
            .ShouldBe(SpecDiagnostics.All.Select(d => d.Code));

    [Fact]
    public void Codes_are_unique() => SpecDiagnostics.All.Select(d => d.Code).ShouldBeUnique();

    [Fact]
    public void Every_rule_file_is_in_the_list() =>
        Directory.GetFiles(Root("src/PipelineKit.Core/Spec/Rules"), "*Rule.cs").Select(f => Path.GetFileNameWithoutExtension(f)).Where(n => n != "ISpecRule").Order(StringComparer.Ordinal)
            .ShouldBe(SpecRules.All.Select(r => r.GetType().Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_code_has_a_case()
    {
        var seen = ErrCase.All("yaml", "spec").SelectMany(c => Code().Matches(c.Expected).Select(m => m.Value)).ToHashSet(StringComparer.Ordinal);

        SpecDiagnostics.All.Select(d => d.Code).Where(c => !seen.Contains(c)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_page_shows_its_case(string code)
    {
        var descriptor = SpecDiagnostics.All.Single(d => d.Code == code);
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
        var spec = testCase.Spec is { Length: > 0 } text ? $"```yaml\n{text}```\n\n" : "";
        return $"## Example\n\n<!-- case: {testCase.Name} -->\n\n{spec}```text\n{testCase.Expected}```\n\n## How";
    }

    private static string Root(string path, [CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", path));

    [GeneratedRegex("PK1[0-9]{3}")]
    private static partial Regex Code();

    [GeneratedRegex("<!-- case: ([a-z0-9-]+) -->")]
    private static partial Regex CaseName();

    [GeneratedRegex("## Example\n.*## How", RegexOptions.Singleline)]
    private static partial Regex Between();
}
