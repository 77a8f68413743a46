using System.Globalization;
using PipelineKit.Core.Spec.Text;

namespace PipelineKit.Core.Packs;

/// <summary>
/// A range of versions of a pack: comparisons as <c>requires</c> has them, <c>^1.4</c> (at least that, same first number that is not zero) and
/// <c>~1.4.2</c> (at least that, same first two numbers), as npm and Cargo have them.
/// </summary>
public sealed class PackVersionRange
{
    private readonly VersionRange _range;

    private PackVersionRange(VersionRange range) => _range = range;

    /// <summary>Reads a range, or gives null.</summary>
    public static PackVersionRange? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(Expanded).ToList();
        return !parts.Contains(null) && VersionRange.TryParse(string.Join(' ', parts), out var range) ? new(range) : null;
    }

    /// <summary>True when a version is in the range. One with a suffix (<c>1.4.0-rc.1</c>) is in no range but its own.</summary>
    public bool Contains(string version) => _range.Contains(version);

    /// <summary>True for an exact version: three numbers, and perhaps a suffix behind a dash.</summary>
    public static bool IsVersion(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= 60 && text.Split('-')[0].Count(c => c == '.') == 2 && Numbers(text) is not null
            && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');
    }

    /// <summary>Newest first; what is no version last.</summary>
    public static int Compare(string left, string right)
    {
        var (one, other) = (Numbers(left), Numbers(right));
        var order = (other ?? new Version(0, 0, 0)).CompareTo(one ?? new Version(0, 0, 0));
        return order != 0 ? order : left.Contains('-', StringComparison.Ordinal).CompareTo(right.Contains('-', StringComparison.Ordinal));
    }

    private static string? Expanded(string part)
    {
        if (part[0] is not ('^' or '~'))
        {
            return part;
        }

        if (Numbers(part[1..]) is not { } version)
        {
            return null;
        }

        var end = part[0] == '~' ? (part.Contains('.', StringComparison.Ordinal) ? new Version(version.Major, version.Minor + 1, 0) : new Version(version.Major + 1, 0, 0))
            : version.Major > 0 ? new Version(version.Major + 1, 0, 0)
            : version.Minor > 0 ? new Version(0, version.Minor + 1, 0)
            : new Version(0, 0, version.Build + 1);

        // The dash keeps the next version's own previews out: they are older than it and not compatible.
        return $">={part[1..]} <{end}-";
    }

    private static Version? Numbers(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        var parts = (dash < 0 ? text : text[..dash]).Split('.');
        var numbers = new int[3];
        for (var i = 0; i < parts.Length; i++)
        {
            if (i == 3 || !int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return null;
            }
        }

        return new Version(numbers[0], numbers[1], numbers[2]);
    }
}
