using System.Globalization;

namespace PipelineKit.Execution.Planning;

/// <summary>Whether a version found on the machine is one that a job asks for.</summary>
internal static class VersionMatch
{
    /// <param name="match">exact, prefix (3.12 accepts 3.12.4), minimum or any.</param>
    /// <param name="wanted">Version asked for; one that does not start with a digit (lts/*) accepts every version.</param>
    /// <param name="found">Version found.</param>
    public static bool Accepts(string match, string wanted, string found)
    {
        var plain = wanted.EndsWith(".x", StringComparison.Ordinal) ? wanted[..^2] : wanted;
        if (match == "any" || plain.Length == 0 || !char.IsAsciiDigit(plain[0]))
        {
            return true;
        }

        return match switch
        {
            "minimum" => Compare(found, plain) >= 0,
            "prefix" => found == plain || found.StartsWith(plain + ".", StringComparison.Ordinal) || found.StartsWith(plain + "-", StringComparison.Ordinal),
            _ => found == plain || (plain != wanted && found.StartsWith(plain + ".", StringComparison.Ordinal)),
        };
    }

    private static int Compare(string left, string right)
    {
        var (a, b) = (Numbers(left), Numbers(right));
        for (var i = 0; i < Math.Max(a.Count, b.Count); i++)
        {
            var difference = a.ElementAtOrDefault(i).CompareTo(b.ElementAtOrDefault(i));
            if (difference != 0)
            {
                return difference;
            }
        }

        return 0;
    }

    // 10.0.401-preview.1 counts as 10.0.401.
    private static List<long> Numbers(string version) =>
    [
        .. version.Split('-', '+')[0].Split('.')
            .Select(p => long.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0),
    ];
}
