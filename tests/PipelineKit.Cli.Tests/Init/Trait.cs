namespace PipelineKit.Cli.Tests.Init;

/// <summary>One value of one property of a repository: the files that show it, and lines that the spec then must and must not hold.</summary>
/// <param name="Name">Name, for the test's output.</param>
/// <param name="Files">Files as <c>path=text</c>; texts of one path are put together.</param>
/// <param name="Wanted">Parts of the spec.</param>
/// <param name="Unwanted">What may not stand in it.</param>
internal sealed record Trait(string Name, string[] Files, string[] Wanted, string[] Unwanted)
{
    public override string ToString() => Name;
}

/// <summary>Combinations of traits so that each two values of two properties meet at least once.</summary>
internal static class Pairs
{
    public static IReadOnlyList<Trait[]> Of(params Trait[][] properties)
    {
        var open = new HashSet<(int, int, int, int)>();
        for (var a = 0; a < properties.Length; a++)
        {
            for (var b = a + 1; b < properties.Length; b++)
            {
                for (var i = 0; i < properties[a].Length; i++)
                {
                    for (var j = 0; j < properties[b].Length; j++)
                    {
                        open.Add((a, i, b, j));
                    }
                }
            }
        }

        var rows = new List<Trait[]>();
        while (open.Count > 0)
        {
            var row = Row(properties, open);
            open.RemoveWhere(pair => row[pair.Item1] == pair.Item2 && row[pair.Item3] == pair.Item4);
            rows.Add([.. row.Select((value, property) => properties[property][value])]);
        }

        return rows;
    }

    // The first pair that has not met yet, and for the other properties the value that meets most new ones.
    private static int[] Row(Trait[][] properties, HashSet<(int, int, int, int)> open)
    {
        var (first, value, second, other) = open.Min();
        var row = Enumerable.Repeat(-1, properties.Length).ToArray();
        (row[first], row[second]) = (value, other);
        for (var property = 0; property < properties.Length; property++)
        {
            if (row[property] < 0)
            {
                row[property] = Enumerable.Range(0, properties[property].Length).MaxBy(candidate => open.Count(p =>
                    (p.Item1 == property && p.Item2 == candidate && row[p.Item3] == p.Item4) || (p.Item3 == property && p.Item4 == candidate && row[p.Item1] == p.Item2)));
            }
        }

        return row;
    }
}
