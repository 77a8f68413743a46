using System.Text.RegularExpressions;

namespace PipelineKit.Cli.Tests.Pages;

/// <summary>Links of a page and the anchors of its headings, as the forges make them.</summary>
internal static partial class PageLinks
{
    /// <summary>Targets of links outside of blocks and code.</summary>
    public static IEnumerable<string> Of(string page) => Links().Matches(Prose(page)).Select(m => m.Groups[1].Value);

    /// <summary>Names that <c>#name</c> can point to.</summary>
    public static IReadOnlySet<string> Anchors(string page)
    {
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match heading in Headings().Matches(Blocks().Replace(page, "")))
        {
            var slug = Dropped().Replace(Links().Replace(heading.Groups[1].Value, "").ToLowerInvariant(), "").Replace(' ', '-');
            for (var i = 0; !anchors.Add(i == 0 ? slug : $"{slug}-{i}"); i++)
            {
                // Two headings of one name: the second gets a number.
            }
        }

        return anchors;
    }

    private static string Prose(string page) => Code().Replace(Blocks().Replace(page, ""), "");

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex("^#{1,6} (.+)$", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex("^(`{3,})[^\n]*\n.*?^\\1$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();

    // Inline code, but not the text of a link, which may be code.
    [GeneratedRegex("(?<!\\[)`[^`\n]+`(?!\\])")]
    private static partial Regex Code();

    [GeneratedRegex(@"[^\p{L}\p{N}\-_ ]")]
    private static partial Regex Dropped();
}
