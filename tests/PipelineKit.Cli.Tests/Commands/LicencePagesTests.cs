using System.Text.RegularExpressions;
using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Commands;

/// <summary>The pages of the licence check's problems: one per code, and where a page shows files, the program really says what it shows.</summary>
public sealed partial class LicencePagesTests
{
    private static readonly string Pages = Path.Combine(TestFolders.Repository, "docs", "reference", "diagnostics");

    public static TheoryData<string> Codes() => [.. Directory.GetFiles(Pages, "PK6*.md").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_code_has_a_page()
    {
        var source = File.ReadAllText(Path.Combine(TestFolders.Repository, "src", "PipelineKit.Licences", "LicenceProblem.cs"));

        Made().Matches(source).Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ShouldBe(Codes().Select(row => row.Data));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task A_page_shows_what_is_said(string code)
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Pages, code + ".md"), TestContext.Current.CancellationToken);
        var said = Said().Match(page).Groups[1].Value;
        var severity = said.Contains(": error", StringComparison.Ordinal) || said.StartsWith("error", StringComparison.Ordinal) ? "error" : said.Contains("warning ", StringComparison.Ordinal) ? "warning" : "note";
        page.ShouldStartWith($"# {code}: ");
        page.ShouldContain($"\n\nSeverity: {severity}.\n\n");
        said.ShouldContain($"{severity} {code}: ");
        page.ShouldContain("\n## How to mend it\n\n");

        var folder = Directory.CreateTempSubdirectory("pipelinekit-");
        try
        {
            foreach (Match file in Shown().Matches(page))
            {
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, file.Groups[1].Value), file.Groups[2].Value, TestContext.Current.CancellationToken);
            }

            Assert.SkipWhen(folder.GetFiles().Length == 0, "the page shows no files");
            (await Support.Cli.RunAsync(folder.FullName, "licences")).Error.ShouldBe(said + "\n");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex("new\\(\"(PK6[0-9]{3})\"")]
    private static partial Regex Made();

    [GeneratedRegex("```text\n([^`]*)\n```\n\n## How", RegexOptions.Singleline)]
    private static partial Regex Said();

    [GeneratedRegex("^`([a-z.-]+)`:\n\n```[a-z]+\n(.*?)```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Shown();
}
