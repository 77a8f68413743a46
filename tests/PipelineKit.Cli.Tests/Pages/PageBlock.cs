using System.Text.RegularExpressions;

namespace PipelineKit.Cli.Tests.Pages;

/// <summary>A fenced block of a page.</summary>
/// <param name="Language">The word behind the opening fence; empty where there is none.</param>
/// <param name="Text">The lines between the fences, each with its line end.</param>
/// <param name="Remark">What the HTML comment right above the block says about it; empty where there is none.</param>
/// <param name="At">Where <paramref name="Text"/> begins in the page.</param>
internal sealed partial record PageBlock(string Language, string Text, string Remark, int At)
{
    /// <summary>All blocks of a page, in their order.</summary>
    public static IReadOnlyList<PageBlock> Of(string page) =>
        [.. Fences().Matches(page).Select(m => new PageBlock(m.Groups["language"].Value, m.Groups["text"].Value, m.Groups["remark"].Value.Trim(), m.Groups["text"].Index))];

    [GeneratedRegex("(?:^<!--(?<remark>[^\n]*?)-->\n\n?)?^(?<fence>`{3,})(?<language>[^\n`]*)\n(?<text>.*?)^\\k<fence>$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fences();
}
