namespace PipelineKit.Cli.Parity;

/// <summary>Puts the commands of a job side by side: equal ones share a row, what stands between them is paired in order.</summary>
internal static class Alignment
{
    /// <summary>Rows with one entry per list; null where a list has nothing.</summary>
    public static IReadOnlyList<ReadCommand?[]> Rows(IReadOnlyList<IReadOnlyList<ReadCommand>> lists)
    {
        var rows = lists[0].Select(c => Row(lists.Count, 0, c)).ToList();
        for (var i = 1; i < lists.Count; i++)
        {
            rows = Merge(rows, lists[i], i, lists.Count);
        }

        return rows;
    }

    private static List<ReadCommand?[]> Merge(List<ReadCommand?[]> rows, IReadOnlyList<ReadCommand> list, int column, int width)
    {
        var merged = new List<ReadCommand?[]>();
        var (row, item) = (0, 0);
        foreach (var (sameRow, sameItem) in Common(rows, list).Append((rows.Count, list.Count)))
        {
            while (row < sameRow || item < sameItem)
            {
                var here = row < sameRow ? rows[row++] : new ReadCommand?[width];
                here[column] = item < sameItem ? list[item++] : null;
                merged.Add(here);
            }

            if (sameRow < rows.Count)
            {
                rows[row][column] = list[item++];
                merged.Add(rows[row++]);
            }
        }

        return merged;
    }

    // The longest common subsequence: a row is equal to a command when one of its commands is.
    private static List<(int Row, int Item)> Common(List<ReadCommand?[]> rows, IReadOnlyList<ReadCommand> list)
    {
        var lengths = Enumerable.Range(0, rows.Count + 1).Select(_ => new int[list.Count + 1]).ToArray();
        for (var r = rows.Count - 1; r >= 0; r--)
        {
            for (var i = list.Count - 1; i >= 0; i--)
            {
                lengths[r][i] = Same(rows[r], list[i]) ? lengths[r + 1][i + 1] + 1 : Math.Max(lengths[r + 1][i], lengths[r][i + 1]);
            }
        }

        var pairs = new List<(int, int)>();
        for (var (r, i) = (0, 0); r < rows.Count && i < list.Count;)
        {
            if (Same(rows[r], list[i]))
            {
                pairs.Add((r++, i++));
            }
            else if (lengths[r + 1][i] >= lengths[r][i + 1])
            {
                r++;
            }
            else
            {
                i++;
            }
        }

        return pairs;
    }

    private static bool Same(ReadCommand?[] row, ReadCommand command) => Array.Exists(row, c => c?.Text == command.Text);

    private static ReadCommand?[] Row(int width, int column, ReadCommand command)
    {
        var row = new ReadCommand?[width];
        row[column] = command;
        return row;
    }
}
