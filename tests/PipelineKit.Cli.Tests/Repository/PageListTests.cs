using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Repository;

/// <summary>Folders of pages that a README lists: every page stands in it with its own title.</summary>
public sealed class PageListTests
{
    [Theory]
    [InlineData("docs/reference/diagnostics")]
    [InlineData("docs/explanation/decisions")]
    [InlineData("docs/tutorials")]
    [InlineData("docs/how-to")]
    [InlineData("docs/reference")]
    [InlineData("docs/explanation")]
    public async Task The_list_is_complete(string folder)
    {
        var full = Path.Combine(TestFolders.Repository, folder);
        var readme = Path.Combine(full, "README.md");
        var text = await File.ReadAllTextAsync(readme, TestContext.Current.CancellationToken);
        var pages = Directory.GetFiles(full, "*.md").Where(f => f != readme).Order(StringComparer.Ordinal).Select(f => $"- [{Title(f)}]({Path.GetFileName(f)})\n");
        // What stands above the list is written by hand.
        var expected = text[..(text.IndexOf("\n\n- ", StringComparison.Ordinal) + 2)] + string.Concat(pages);
        if (TestFolders.Update)
        {
            await File.WriteAllTextAsync(readme, expected, TestContext.Current.CancellationToken);
        }

        (TestFolders.Update ? expected : text).ShouldBe(expected, "PIPELINEKIT_UPDATE=1 dotnet test tests/PipelineKit.Cli.Tests --filter PageListTests writes it anew");
    }

    // The site shows the pages of a kind in the order of its table of contents.
    [Theory]
    [InlineData("docs/tutorials")]
    [InlineData("docs/how-to")]
    [InlineData("docs/reference")]
    [InlineData("docs/explanation")]
    public async Task The_table_of_contents_has_every_page(string folder)
    {
        var full = Path.Combine(TestFolders.Repository, folder);
        var toc = await File.ReadAllTextAsync(Path.Combine(full, "toc.yml"), TestContext.Current.CancellationToken);

        Directory.GetFiles(full, "*.md").Select(f => Path.GetFileName(f)).Where(f => !toc.Contains($"href: {f} }}", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static string Title(string file) => File.ReadLines(file).First(line => line.StartsWith("# ", StringComparison.Ordinal))[2..].Trim();
}
