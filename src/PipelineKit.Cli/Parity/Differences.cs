using System.Globalization;

namespace PipelineKit.Cli.Parity;

/// <summary>Something that one platform does otherwise.</summary>
/// <param name="Job">The job.</param>
/// <param name="Platform">The platform that stands alone, or in the minority.</param>
/// <param name="Message">What it does otherwise, and who does what.</param>
internal sealed record ParityDifference(string Job, string Platform, string Message);

/// <summary>Says in words where the platforms of a row differ.</summary>
internal static class Differences
{
    /// <param name="job">The job.</param>
    /// <param name="platforms">The platforms, by column.</param>
    /// <param name="rows">Commands side by side.</param>
    public static IEnumerable<ParityDifference> Of(string job, IReadOnlyList<string> platforms, IReadOnlyList<ReadCommand?[]> rows)
    {
        foreach (var (number, row) in rows.Index())
        {
            var groups = platforms.Index().GroupBy(p => row[p.Index]?.Text ?? "", StringComparer.Ordinal).OrderByDescending(g => g.Count()).ToList();
            var others = string.Join(", ", groups[0].Select(p => p.Item));
            foreach (var (index, platform) in groups.Skip(1).SelectMany(g => g))
            {
                var message = Message(row[index], row[groups[0].First().Index], others, groups[0].Count() > 1 ? "have" : "has");
                yield return new(job, platform, string.Create(CultureInfo.InvariantCulture, $"command {number + 1}: {message}"));
            }
        }
    }

    private static string Message(ReadCommand? own, ReadCommand? other, string others, string have)
    {
        if (own is null || other is null)
        {
            return own is null ? $"lacks `{other!.Text}`, which {others} {have}" : $"has `{own.Text}`, which {others} {have} not";
        }

        var whole = $"has `{own.Text}` where {others} {have} `{other.Text}`";
        if ((own.Script is null) != (other.Script is null))
        {
            return whole;
        }

        if (own.Parts.Count == other.Parts.Count)
        {
            return string.Join("; ", own.Parts.Zip(other.Parts).Where(p => p.First != p.Second).Select(p => $"has {p.First} where {others} {have} {p.Second}"));
        }

        var more = Without(own.Parts, other.Parts).Select(p => $"has {p}, which {others} {have} not");
        var less = Without(other.Parts, own.Parts).Select(p => $"lacks {p}, which {others} {have}");
        var told = string.Join("; ", more.Concat(less));
        return told.Length > 0 ? told : whole;
    }

    private static List<string> Without(IReadOnlyList<string> parts, IReadOnlyList<string> others)
    {
        var left = parts.ToList();
        foreach (var part in others)
        {
            left.Remove(part);
        }

        return left;
    }
}
