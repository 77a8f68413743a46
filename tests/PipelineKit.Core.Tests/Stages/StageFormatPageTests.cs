using System.Text.RegularExpressions;
using Shouldly;

namespace PipelineKit.Core.Tests.Stages;

/// <summary>
/// What <c>docs/reference/stage-format.md</c> shows is what the tests execute: a block behind <c>&lt;!-- file: PATH --&gt;</c> is that file as a whole, one behind
/// <c>&lt;!-- part of: PATH --&gt;</c> a run of its lines.
/// </summary>
public sealed partial class StageFormatPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(StageHarness.RepositoryRoot(), "docs", "reference", "stage-format.md"));

    public static TheoryData<string, string, string> Blocks()
    {
        var data = new TheoryData<string, string, string>();
        foreach (Match block in Block().Matches(Page))
        {
            data.Add(block.Groups[1].Value, block.Groups[2].Value, block.Groups[3].Value);
        }

        return data;
    }

    [Fact]
    public void A_stage_is_shown_from_its_files_to_three_outputs() => Blocks().Count.ShouldBeGreaterThanOrEqualTo(7);

    [Theory]
    [MemberData(nameof(Blocks))]
    public void The_page_shows_the_files_of_a_case(string how, string path, string shown)
    {
        var text = File.ReadAllText(Path.Combine(StageHarness.RepositoryRoot(), path));
        if (how == "file")
        {
            shown.ShouldBe(text);
            return;
        }

        ("\n" + text).ShouldContain("\n" + shown);
    }

    [GeneratedRegex("<!-- (file|part of): ([^ ]+) -->\n\n```[a-z]*\n(.*?)```\n", RegexOptions.Singleline)]
    private static partial Regex Block();
}
