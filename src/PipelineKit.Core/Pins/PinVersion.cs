using System.Globalization;
using System.Text.RegularExpressions;

namespace PipelineKit.Core.Pins;

/// <summary>
/// The order of tags and versions: numbers with dots, as SemVer orders them; missing parts are zero. What stands behind them is a pre-release
/// for a version (older than the release) and the variant of an image for a tag (<c>13.1-slim</c>): two variants have no order.
/// </summary>
public static partial class PinVersion
{
    /// <summary>Below, at or above zero; null where the two cannot be ordered.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <param name="isImage">True for tags of images.</param>
    public static int? Compare(string left, string right, bool isImage = false)
    {
        if (Parse(left) is not var (one, oneSuffix) || Parse(right) is not var (other, otherSuffix) || (isImage && oneSuffix != otherSuffix))
        {
            return left == right ? 0 : null;
        }

        for (var i = 0; i < Math.Max(one.Length, other.Length); i++)
        {
            var order = (i < one.Length ? one[i] : 0).CompareTo(i < other.Length ? other[i] : 0);
            if (order != 0)
            {
                return order;
            }
        }

        return oneSuffix == otherSuffix ? 0
            : oneSuffix.Length == 0 ? 1
            : otherSuffix.Length == 0 ? -1
            : Suffixes(oneSuffix, otherSuffix);
    }

    /// <summary>Numbers and what stands behind them, or null for something else.</summary>
    public static (long[] Numbers, string Suffix)? Parse(string text)
    {
        var match = Form().Match(text);
        return match.Success
            ? ([.. match.Groups[1].Value.Split('.').Select(n => long.Parse(n, CultureInfo.InvariantCulture))], match.Groups[2].Value)
            : null;
    }

    /// <summary>True for two spellings of one release: some tools leave the <c>v</c> of a tag out.</summary>
    public static bool IsSameTag(string left, string right) => left.TrimStart('v') == right.TrimStart('v');

    /// <summary>True for a version that is no release.</summary>
    public static bool IsPreRelease(string text) => Parse(text) is not var (_, suffix) || suffix.Length > 0;

    // SemVer 2.0.0, 11.4: identifiers one by one, numbers by their size.
    private static int Suffixes(string left, string right)
    {
        var (one, other) = (left.TrimStart('-').Split('.', '-'), right.TrimStart('-').Split('.', '-'));
        for (var i = 0; i < Math.Min(one.Length, other.Length); i++)
        {
            var order = long.TryParse(one[i], NumberStyles.None, CultureInfo.InvariantCulture, out var a)
                && long.TryParse(other[i], NumberStyles.None, CultureInfo.InvariantCulture, out var b)
                ? a.CompareTo(b)
                : string.CompareOrdinal(one[i], other[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return one.Length.CompareTo(other.Length);
    }

    [GeneratedRegex(@"\Av?([0-9]{1,15}(?:\.[0-9]{1,15}){0,4})([-+.A-Za-z][A-Za-z0-9._+-]*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
