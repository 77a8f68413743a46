using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PipelineKit.Core.Spec.Text;

/// <summary>
/// A range of versions as <c>requires</c> writes it: comparisons (<c>&gt;=</c>, <c>&gt;</c>, <c>&lt;=</c>, <c>&lt;</c>, <c>=</c>, or none for
/// <c>=</c>) with blanks or commas between them, all of which must hold. Missing parts of a version are zero; what stands behind a dash is older than the release.
/// </summary>
internal sealed class VersionRange
{
    private readonly List<(string Operator, Version Version, bool PreRelease)> _parts = [];

    private VersionRange()
    {
    }

    public static bool TryParse(string text, [NotNullWhen(true)] out VersionRange? range)
    {
        range = new VersionRange();
        var merged = text.Replace("= ", "=", StringComparison.Ordinal).Replace("> ", ">", StringComparison.Ordinal).Replace("< ", "<", StringComparison.Ordinal);
        foreach (var part in merged.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            var length = part.AsSpan().IndexOfAnyExcept("<>=");
            var symbol = length <= 0 ? "=" : part[..length];
            if (length < 0 || symbol is not ("=" or ">" or ">=" or "<" or "<=") || Parse(part[length..]) is not var (version, preRelease))
            {
                range = null;
                return false;
            }

            range._parts.Add((symbol, version, preRelease));
        }

        return range._parts.Count > 0;
    }

    /// <summary>True when a version fulfils every part. A version that is none fulfils nothing.</summary>
    public bool Contains(string version) => Parse(version) is var (number, preRelease) && _parts.TrueForAll(p => Holds(p, number, preRelease));

    /// <summary>One version: numbers with dots, an optional <c>v</c> before them and an optional suffix.</summary>
    public static bool IsExact(string text)
    {
        var body = text.StartsWith('v') ? text[1..] : text;
        var end = FirstOther(body);
        var numbers = end < 0 ? body : body[..end];
        return body.Length is > 0 and <= 60 && numbers.Length > 0 && char.IsAsciiDigit(numbers[0]) && !numbers.Contains("..", StringComparison.Ordinal)
            && (end < 0 ? char.IsAsciiDigit(body[^1]) : body[end] is '-' or '+' or '.' || char.IsAsciiLetter(body[end]))
            && body.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '+' or '_')
            && !body.Split('.').Any(p => p is "x" or "X");
    }

    private static int FirstOther(string text)
    {
        var count = text.TakeWhile(c => char.IsAsciiDigit(c) || c == '.').Count();
        return count == text.Length ? -1 : count;
    }

    private static bool Holds((string Operator, Version Version, bool PreRelease) part, Version version, bool preRelease)
    {
        var order = version.CompareTo(part.Version);
        order = order != 0 ? order : part.PreRelease.CompareTo(preRelease);
        return part.Operator switch
        {
            ">=" => order >= 0,
            ">" => order > 0,
            "<=" => order <= 0,
            "<" => order < 0,
            _ => order == 0,
        };
    }

    private static (Version Version, bool PreRelease)? Parse(string text)
    {
        var plus = text.IndexOf('+', StringComparison.Ordinal);
        var body = plus < 0 ? text : text[..plus];
        var dash = body.IndexOf('-', StringComparison.Ordinal);
        var parts = (dash < 0 ? body : body[..dash]).Split('.');
        var numbers = new int[3];
        if (parts.Length > 3)
        {
            return null;
        }

        for (var i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return null;
            }
        }

        return (new Version(numbers[0], numbers[1], numbers[2]), dash >= 0);
    }
}
