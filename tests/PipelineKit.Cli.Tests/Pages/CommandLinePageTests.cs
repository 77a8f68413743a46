using System.Text;
using System.Text.RegularExpressions;
using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Pages;

/// <summary>The reference of the command line is what <c>--help</c> prints, of every command.</summary>
public sealed partial class CommandLinePageTests
{
    private const string Page = "docs/reference/command-line.md";

    [Fact]
    public async Task It_is_what_help_prints()
    {
        var text = PageFiles.Read(Page);
        var written = text[..(text.IndexOf("\n## pipelinekit\n", StringComparison.Ordinal) + 1)] + await HelpAsync([]);
        if (TestFolders.Update)
        {
            await File.WriteAllTextAsync(PageFiles.FullPath(Page), written, TestContext.Current.CancellationToken);
        }

        (TestFolders.Update ? written : text).ShouldBe(written, "PIPELINEKIT_UPDATE=1 dotnet test tests/PipelineKit.Cli.Tests --filter CommandLinePageTests writes it anew");
    }

    private static async Task<string> HelpAsync(string[] command)
    {
        var help = await Support.Cli.RunAsync(TestFolders.Repository, [.. command, "--help"]);
        help.Exit.ShouldBe(ExitCode.Ok, help.ToString());
        // The usage line names the process, which is that of the tests here.
        var printed = string.Concat(help.Out.TrimEnd().Split('\n').Select(line => line.TrimEnd() + "\n"));
        var page = new StringBuilder($"## {string.Join(' ', command.Prepend("pipelinekit"))}\n\n```text\n{Process().Replace(printed, "  pipelinekit", 1)}```\n");
        foreach (Match inner in Commands().Match(printed).Groups[1].Captures.SelectMany(c => Name().Matches(c.Value)))
        {
            page.Append('\n').Append(await HelpAsync([.. command, inner.Groups[1].Value]));
        }

        return page.ToString();
    }

    [GeneratedRegex(@"(?<=^Usage:\n)  \S+", RegexOptions.Multiline)]
    private static partial Regex Process();

    [GeneratedRegex("^Commands:\n((?:  [^\n]*\n)+)", RegexOptions.Multiline)]
    private static partial Regex Commands();

    // A command stands two blanks in; what goes on below it stands further in.
    [GeneratedRegex(@"^  ([a-z][a-z-]*)", RegexOptions.Multiline)]
    private static partial Regex Name();
}
