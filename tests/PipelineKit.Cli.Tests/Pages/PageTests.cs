using System.Text.Json;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Yaml;
using Shouldly;

namespace PipelineKit.Cli.Tests.Pages;

/// <summary>What the pages say can be followed: links and anchors lead somewhere, and every block is what it says it is.</summary>
public sealed class PageTests : IDisposable
{
    private const string Diagnostics = "docs/reference/diagnostics/";

    private static readonly string[] Languages = ["text", "yaml", "json", "console", "sh", "csharp", "python", "toml", "mermaid", "scriban", "diff", "javascript", "xml", "ini"];

    private readonly string _folder = Directory.CreateTempSubdirectory("pipelinekit-").FullName;

    public static TheoryData<string> Pages() => [.. PageFiles.All];

    public static TheoryData<string> PagesWithSpecs() => [.. PageFiles.All.Where(p => !p.StartsWith(Diagnostics, StringComparison.Ordinal) && PageBlock.Of(PageFiles.Read(p)).Any(IsSpec))];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_and_anchors_lead_somewhere(string page)
    {
        var broken = PageLinks.Of(PageFiles.Read(page)).Where(link => !IsGood(page, link)).ToList();

        broken.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Blocks_name_their_language(string page) =>
        PageBlock.Of(PageFiles.Read(page)).Where(b => !Languages.Contains(b.Language)).Select(b => $"{b.Language}: {b.Text.Split('\n')[0]}").ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Pages))]
    public void Blocks_of_data_parse(string page)
    {
        // The pages of diagnostics show what is wrong, and tests hold each to its case.
        foreach (var block in PageBlock.Of(PageFiles.Read(page)).Where(b => b.Language is "yaml" or "json" && !b.Remark.StartsWith("part of: ", StringComparison.Ordinal) && !page.StartsWith(Diagnostics, StringComparison.Ordinal)))
        {
            if (block.Language == "json")
            {
                Should.NotThrow(() => JsonDocument.Parse(block.Text).Dispose(), block.Text);
                continue;
            }

            var bag = new DiagnosticBag();
            YamlReader.Read(block.Text, page, bag);
            bag.Sorted().Select(d => d.Message).ShouldBeEmpty(block.Text);
        }
    }

    [Theory]
    [MemberData(nameof(PagesWithSpecs))]
    public async Task Specs_are_valid(string page)
    {
        foreach (var block in PageBlock.Of(PageFiles.Read(page)).Where(IsSpec))
        {
            await File.WriteAllTextAsync(Path.Combine(_folder, "pipelinekit.yml"), block.Text, TestContext.Current.CancellationToken);

            var result = await Support.Cli.RunAsync(_folder, "validate");

            (result.Exit == ExitCode.Ok || block.Remark.StartsWith("file:", StringComparison.Ordinal) || block.Remark.StartsWith("write:", StringComparison.Ordinal)).ShouldBeTrue(block.Text + result);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void What_is_shown_of_a_file_stands_in_it(string page)
    {
        foreach (var block in PageBlock.Of(PageFiles.Read(page)).Where(b => b.Remark.StartsWith("file: ", StringComparison.Ordinal) || b.Remark.StartsWith("part of: ", StringComparison.Ordinal)))
        {
            var text = PageFiles.Read(block.Remark.Split(": ", 2)[1]);
            (block.Remark.StartsWith("file: ", StringComparison.Ordinal) ? text == block.Text : ("\n" + text).Contains("\n" + block.Text, StringComparison.Ordinal)).ShouldBeTrue($"{block.Remark}\n{block.Text}");
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void What_a_console_shows_is_run_or_says_why_not(string page) =>
        PageBlock.Of(PageFiles.Read(page)).Where(b => b.Language == "console" && !PageSession.Knows(b.Remark)).Select(b => b.Text.Split('\n')[0]).ShouldBeEmpty();

    private static bool IsSpec(PageBlock block) => block.Language == "yaml" && block.Text.StartsWith("version: 1\n", StringComparison.Ordinal);

    private static bool IsGood(string page, string link)
    {
        if (link.Contains("://", StringComparison.Ordinal) || link.StartsWith("mailto:", StringComparison.Ordinal))
        {
            return true;
        }

        var (path, anchor) = link.Split('#') is [var p, var a] ? (p, a) : (link, null);
        var target = path.Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, path);
        var full = Path.GetFullPath(PageFiles.FullPath(target));
        return File.Exists(full) && (anchor is null || PageLinks.Anchors(File.ReadAllText(full)).Contains(anchor));
    }
}
