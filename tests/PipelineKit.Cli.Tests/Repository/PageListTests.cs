using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Repository;

/// <summary>Folders of pages that a README lists: every page stands in it with its own title.</summary>
public sealed class PageListTests
{
    [Theory]
    [InlineData("docs/diagnostics")]
    [InlineData("docs/decisions")]
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

    private static string Title(string file) => File.ReadLines(file).First(line => line.StartsWith("# ", StringComparison.Ordinal))[2..].Trim();
}
