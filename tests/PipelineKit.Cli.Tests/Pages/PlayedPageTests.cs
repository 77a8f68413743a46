using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Pages;

/// <summary>Consoles on pages are played from top to bottom, and show what the commands print. See <see cref="PageSession"/> for how a page says it.</summary>
public sealed class PlayedPageTests
{
    public static TheoryData<string> Pages() => [.. PageFiles.All.Where(p => PageBlock.Of(PageFiles.Read(p)).Any(b => b.Remark == "run" || b.Remark.StartsWith("run in: ", StringComparison.Ordinal)))];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_shows_what_its_commands_print(string page)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "commands beside ours are run by a POSIX shell");
        using var session = new PageSession();
        var text = PageFiles.Read(page);
        var (played, at) = ("", 0);
        foreach (var block in PageBlock.Of(text))
        {
            played += text[at..block.At] + await session.PlayAsync(block);
            at = block.At + block.Text.Length;
        }

        played += text[at..];
        if (TestFolders.Update)
        {
            await File.WriteAllTextAsync(PageFiles.FullPath(page), played, TestContext.Current.CancellationToken);
        }

        (TestFolders.Update ? played : text).ShouldBe(played, $"{page}: PIPELINEKIT_UPDATE=1 dotnet test tests/PipelineKit.Cli.Tests --filter PlayedPageTests writes it anew");
    }
}
