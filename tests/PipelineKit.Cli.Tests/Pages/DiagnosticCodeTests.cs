using System.Text.RegularExpressions;
using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Pages;

/// <summary>Every diagnostic that the program can give has a page, and no page is of one that it cannot give.</summary>
public sealed partial class DiagnosticCodeTests
{
    private static readonly string Folder = Path.Combine(TestFolders.Repository, "docs", "reference", "diagnostics");

    private static readonly Dictionary<string, (string Title, string Severity)> Declared =
        Directory.GetFiles(Path.Combine(TestFolders.Repository, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(p => p is "obj" or "bin"))
            .SelectMany(f => Declaration().Matches(File.ReadAllText(f)))
            .ToDictionary(m => m.Groups[1].Value, m => (m.Groups[2].Value, m.Groups[3].Value.ToLowerInvariant()), StringComparer.Ordinal);

    public static TheoryData<string> Codes() => [.. Declared.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void Codes_and_pages_are_the_same()
    {
        var codes = Directory.GetFiles(Path.Combine(TestFolders.Repository, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(p => p is "obj" or "bin"))
            .SelectMany(f => Quoted().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var pages = Directory.GetFiles(Folder, "PK*.md").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal).ToList();

        codes.Count.ShouldBeGreaterThan(150);
        codes.Except(pages).ShouldBeEmpty("codes without a page");
        pages.Except(codes).ShouldBeEmpty("pages without a code");
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_page_has_the_title_and_the_severity_of_its_code(string code)
    {
        var page = File.ReadAllText(Path.Combine(Folder, code + ".md"));

        page.ShouldStartWith($"# {code}: {Declared[code].Title}\n\nSeverity: {Declared[code].Severity}.\n", Case.Insensitive);
        page.ShouldContain("\n## How to mend it\n");
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void An_example_that_names_a_case_is_what_the_case_expects(string code)
    {
        foreach (var block in PageBlock.Of(File.ReadAllText(Path.Combine(Folder, code + ".md"))).Where(b => b.Language == "text" && b.Remark.StartsWith("case: ", StringComparison.Ordinal)))
        {
            block.Text.ShouldBe(File.ReadAllText(Path.Combine(TestFolders.Cases, "err", block.Remark["case: ".Length..], "expected.txt")));
            block.Text.ShouldContain(code);
        }
    }

    [GeneratedRegex("new\\(\"(PK[0-9]{4})\", \"([^\"]+)\", Severity\\.([A-Za-z]+)\\)")]
    private static partial Regex Declaration();

    [GeneratedRegex("\"(PK[0-9]{4})\"")]
    private static partial Regex Quoted();
}
