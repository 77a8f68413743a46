using System.Globalization;
using System.Text;
using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;

namespace PipelineKit.Cli.Output;

/// <summary>The difference between two texts in the unified format that <c>diff -u</c> and git print, three lines of context.</summary>
/// <remarks>DiffPlex finds what differs. Its own unified format counts the end of the text as a line, and `patch` refuses that.</remarks>
public static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>The lines of the difference, without line ends; empty when the texts are equal.</summary>
    /// <param name="path">Path shown on both sides.</param>
    /// <param name="before">Text on disk; null when there is no file.</param>
    /// <param name="after">Text as it shall be.</param>
    public static IReadOnlyList<string> Between(string path, string? before, string after)
    {
        var diff = new Differ().CreateDiffs(before ?? "", after, ignoreWhiteSpace: false, ignoreCase: false, LineEndingsPreservingChunker.Instance);
        if (diff.DiffBlocks.Count == 0)
        {
            return [];
        }

        var lines = new List<string> { before is null ? "--- /dev/null" : $"--- a/{path}", $"+++ b/{path}" };
        for (var i = 0; i < diff.DiffBlocks.Count;)
        {
            var first = i++;
            while (i < diff.DiffBlocks.Count && diff.DiffBlocks[i].DeleteStartA - EndA(diff.DiffBlocks[i - 1]) <= 2 * Context)
            {
                i++;
            }

            AddHunk(lines, diff, first, i);
        }

        return lines;
    }

    private static int EndA(DiffBlock block) => block.DeleteStartA + block.DeleteCountA;

    private static void AddHunk(List<string> lines, DiffResult diff, int first, int end)
    {
        var blocks = diff.DiffBlocks.Skip(first).Take(end - first).ToList();
        var start = Math.Max(0, blocks[0].DeleteStartA - Context);
        var stop = Math.Min(diff.PiecesOld.Count, EndA(blocks[^1]) + Context);
        var startNew = blocks[0].InsertStartB - (blocks[0].DeleteStartA - start);
        var growth = blocks.Sum(b => b.InsertCountB - b.DeleteCountA);
        lines.Add($"@@ -{Range(start, stop - start)} +{Range(startNew, stop - start + growth)} @@");
        var at = start;
        foreach (var block in blocks)
        {
            AddLines(lines, ' ', diff.PiecesOld, at, block.DeleteStartA);
            AddLines(lines, '-', diff.PiecesOld, block.DeleteStartA, EndA(block));
            AddLines(lines, '+', diff.PiecesNew, block.InsertStartB, block.InsertStartB + block.InsertCountB);
            at = EndA(block);
        }

        AddLines(lines, ' ', diff.PiecesOld, at, stop);
    }

    private static void AddLines(List<string> lines, char mark, IReadOnlyList<string> pieces, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var isEnded = pieces[i].EndsWith('\n');
            lines.Add(new StringBuilder(pieces[i].Length + 1).Append(mark).Append(isEnded ? pieces[i].AsSpan(0, pieces[i].Length - 1) : pieces[i]).ToString());
            if (!isEnded)
            {
                lines.Add(@"\ No newline at end of file");
            }
        }
    }

    private static string Range(int start, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{(count == 0 ? start : start + 1)},{count}");
}
