using System.Globalization;
using System.Text;
using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Spec.Text;

/// <summary>Paths as specs write them: relative to the repository root, forward slashes, never leaving it.</summary>
public static class RepositoryPaths
{
    private const string Unsafe = "\\:*?\"<>|~$`!{}[];&'";

    /// <summary>
    /// Why a path of a file or folder may not be used, or null when it may. The same answer on every operating system: what one of them reads
    /// differently (drive letters, backslashes, names of devices, a dot or blank at the end) is refused everywhere.
    /// </summary>
    public static string? Problem(string path)
    {
        if (path.Length == 0)
        {
            return "it is empty";
        }

        if (path.Contains('\\', StringComparison.Ordinal))
        {
            return "it holds a backslash; write forward slashes";
        }

        if (path[0] == '/' || (path.Length > 1 && path[1] == ':' && char.IsAsciiLetter(path[0])))
        {
            return "it is absolute; write it relative to the folder of the spec";
        }

        if (path[0] == '~')
        {
            return "~ is not expanded; write it relative to the folder of the spec";
        }

        if (HiddenText.IsIn(path))
        {
            return "it holds a character that cannot be seen, or that changes how others look";
        }

        // Written apart from its letter, a mark makes another name on one system and the same one on another (Unicode, UAX #15).
        if (path.Any(c => c > '~' && (char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark || IsApart(c))))
        {
            return "it holds a mark or letter that is not written in its composed form (NFC)";
        }

        foreach (var c in path)
        {
            if (Unsafe.Contains(c, StringComparison.Ordinal))
            {
                return "it holds a character that files of a portable repository do not have";
            }
        }

        return path.Split('/').Select(SegmentProblem).FirstOrDefault(p => p is not null);
    }

    /// <summary>The path without <c>./</c> and final slashes; <c>.</c> for the root. A path with a problem is left as it is.</summary>
    public static string Normalise(string path)
    {
        if (Problem(path) is not null && path is not ("./" or "."))
        {
            return path;
        }

        var normal = string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(s => s != "."));
        return normal.Length == 0 ? "." : normal;
    }

    /// <summary>The name that a project in a folder has when the spec gives none: its last segment as kebab-case; the stack for the root.</summary>
    public static string NameOf(string path, string stack)
    {
        var last = path[(path.LastIndexOf('/') + 1)..];
        var name = new StringBuilder(last.Length);
        foreach (var c in last)
        {
            _ = char.IsAsciiLetterOrDigit(c) ? name.Append(char.ToLowerInvariant(c)) : name.Length > 0 && name[^1] != '-' ? name.Append('-') : name;
        }

        var text = name.ToString().Trim('-');
        return text.Length == 0 ? stack : text;
    }

    // Parts of Hangul syllables, and letters that stand for another one: Ohm, Kelvin, Angstrom, compatibility ideographs.
    private static bool IsApart(char c) => c is (>= '\u1100' and <= '\u11FF') or '\u2126' or '\u212A' or '\u212B' or (>= '\uF900' and <= '\uFAFF');

    private static string? SegmentProblem(string segment) => segment switch
    {
        ".." => "it leaves the repository",
        "" or "." => null,
        _ when segment[^1] is '.' or ' ' || segment[0] == ' ' => "a name in it starts or ends with a blank, or ends with a dot",
        _ when segment.Equals(".git", StringComparison.OrdinalIgnoreCase) => "it lies in .git",
        _ when IsDevice(segment) => "it holds a name that Windows keeps for a device",
        _ => null,
    };

    private static bool IsDevice(string segment)
    {
        var stem = segment.AsSpan();
        stem = stem.IndexOf('.') is >= 0 and var dot ? stem[..dot] : stem;
        return stem.Length switch
        {
            3 => stem.Equals("con", StringComparison.OrdinalIgnoreCase) || stem.Equals("prn", StringComparison.OrdinalIgnoreCase)
                || stem.Equals("aux", StringComparison.OrdinalIgnoreCase) || stem.Equals("nul", StringComparison.OrdinalIgnoreCase),
            4 => (stem.StartsWith("com", StringComparison.OrdinalIgnoreCase) || stem.StartsWith("lpt", StringComparison.OrdinalIgnoreCase)) && stem[3] is >= '1' and <= '9',
            _ => false,
        };
    }
}
