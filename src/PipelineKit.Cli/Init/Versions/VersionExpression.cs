using System.Globalization;
using System.Text.RegularExpressions;

namespace PipelineKit.Cli.Init.Versions;

/// <summary>
/// A range of versions as manifests write it: PEP 440 specifiers, Poetry's and npm's ranges. It answers one question only: does a line
/// (<c>3.12</c>, <c>22</c>) have a version in the range?
/// </summary>
internal static partial class VersionExpression
{
    private const long Part = 1_000;

    /// <summary>True when the line has a version in the range; a range that cannot be read admits nothing.</summary>
    /// <param name="range">For example <c>&gt;=3.8,&lt;4</c> or <c>^20.19.0 || &gt;=22.12.0</c>.</param>
    /// <param name="line">Major version, or major and minor.</param>
    public static bool Admits(string range, string line)
    {
        var (low, high) = Bounds(line);
        return range.Split("||").Any(alternative => Interval(alternative, low, high) is { } found && found.Low <= found.High);
    }

    private static (long Low, long High)? Interval(string alternative, long low, long high)
    {
        var text = Hyphen().Replace(alternative, ">=$1 <=$2").Trim();
        if (text is "" or "*" or "x" or "latest" or "node" || text.StartsWith("lts", StringComparison.OrdinalIgnoreCase))
        {
            return (low, high);
        }

        var comparators = Comparator().Matches(text);
        if (comparators.Count == 0)
        {
            return null;
        }

        foreach (Match comparator in comparators)
        {
            var (from, to) = Bounds(comparator.Groups["version"].Value);
            var name = comparator.Groups["op"].Value;
            if (name == "!=")
            {
                if (from <= low && high <= to)
                {
                    return null;
                }

                continue;
            }

            var (lower, upper) = Bounds(name, from, to, Parts(comparator.Groups["version"].Value).Count);
            (low, high) = (Math.Max(low, lower), Math.Min(high, upper));
        }

        return (low, high);
    }

    private static (long Low, long High) Bounds(string name, long from, long to, int parts) => name switch
    {
        ">=" => (from, long.MaxValue),
        ">" => (parts == 1 ? to + 1 : from + 1, long.MaxValue),
        "<" => (0, from - 1),
        "<=" => (0, to),
        "^" => (from, (from / (Part * Part) * Part * Part) + (Part * Part) - 1),
        "~=" => (from, parts > 2 ? (from / Part * Part) + Part - 1 : (from / (Part * Part) * Part * Part) + (Part * Part) - 1),
        "~" => (from, parts > 1 ? (from / Part * Part) + Part - 1 : to),
        _ => (from, to),
    };

    // A version with fewer parts, or with a star, stands for all that begin with it.
    private static (long Low, long High) Bounds(string version)
    {
        var parts = Parts(version);
        long low = 0;
        long high = 0;
        for (var i = 0; i < 3; i++)
        {
            low = (low * Part) + (i < parts.Count ? parts[i] : 0);
            high = (high * Part) + (i < parts.Count ? parts[i] : Part - 1);
        }

        return (low, high);
    }

    private static List<long> Parts(string version) =>
        [.. version.TrimStart('v').Split('.').TakeWhile(p => p.Length is > 0 and < 4 && p.All(char.IsAsciiDigit)).Take(3).Select(p => long.Parse(p, CultureInfo.InvariantCulture))];

    [GeneratedRegex("""v?([\d.]+)\s+-\s+v?([\d.]+)""", RegexOptions.None, 1000)]
    private static partial Regex Hyphen();

    [GeneratedRegex("""(?<op>>=|<=|==|!=|~=|\^|~|>|<|=)?\s*v?(?<version>\d+(?:\.(?:\d+|\*|x))*)""", RegexOptions.None, 1000)]
    private static partial Regex Comparator();
}
