// What is known of licences, from ../licences/spdx.txt, which is copied beside the program, and the spellings that packages use.
#nullable enable
using System.Text.RegularExpressions;

namespace LicenceCheck;

/// <summary>Identifiers, groups, replacements and spellings.</summary>
internal static class LicenceNames
{
    private static readonly HashSet<string> Fillers = [.. "the v ver version license licence licensed licenses under terms of a agreement".Split(' ')];
    private static readonly HashSet<string> LaterWords = [.. "later newer above greater higher plus".Split(' ')];
    private static readonly HashSet<string> GnuWords = [.. LaterWords, .. "public or any only and at your option software foundation fsf v w".Split(' ')];
    private static readonly Dictionary<string, string> Ids = new(StringComparer.OrdinalIgnoreCase);
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, string> Addresses = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The group of an identifier.</summary>
    public static Dictionary<string, string> Groups { get; } = new(StringComparer.Ordinal);

    /// <summary>The exceptions as the list spells them.</summary>
    public static Dictionary<string, string> Exceptions { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What an exception makes of a copyleft licence.</summary>
    public static Dictionary<string, string> Lifts { get; } = new(StringComparer.Ordinal);

    /// <summary>The expression that replaces an identifier.</summary>
    public static Dictionary<string, string> Replaced { get; } = new(StringComparer.Ordinal);

    /// <summary>The versions that "or later" offers.</summary>
    public static Dictionary<string, string[]> Later { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads the file.</summary>
    public static void Load(string file)
    {
        string[] section = [];
        foreach (var line in File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] == '[')
            {
                section = line.Trim('[', ']').Split(' ');
            }
            else
            {
                Take(section[0], section.ElementAtOrDefault(1), line);
            }
        }
    }

    /// <summary>The licence of a word such as <c>mit</c>, <c>GPL-2.0+</c>, <c>LicenseRef-x</c>; null if it is none.</summary>
    public static Term? Term(string word)
    {
        var plus = word.EndsWith('+');
        return Ids.TryGetValue(plus ? word[..^1] : word, out var id) ? new Term(id, plus, null)
            : Regex.IsMatch(word, "^(DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+$") ? new Term(word, false, null) : null;
    }

    /// <summary>What a common spelling means, or null: "Apache License, Version 2.0", "GPLv3+", "BSD".</summary>
    public static Tree? Spelled(string name)
    {
        if (name.Length > SpdxExpressions.LongestName)
        {
            return null;
        }

        var words = Regex.Matches(name.ToLowerInvariant(), @"[\p{L}\p{Nd}+][\p{L}\p{Nd}+.]*").Select(word => Regex.Replace(word.Value.TrimEnd('.'), "^v(?=[0-9])", ""));
        var key = string.Join(' ', words.Where(word => word.Length > 0 && !Fillers.Contains(word)));
        const string Ending = " or later";
        var wide = key.EndsWith(Ending, StringComparison.Ordinal) && Named(key[..^Ending.Length]) is Term { Exception: null } term ? term with { Plus = true } : null;
        return Named(key) ?? Gnu(key) ?? wide;
    }

    /// <summary>The licence of an address; null if it is not known.</summary>
    public static Tree? Addressed(string address)
    {
        var bare = Regex.Replace(address.Trim(), "^https?://|#.*$", "", RegexOptions.IgnoreCase).TrimEnd('/');
        if (Addresses.TryGetValue(bare, out var meaning))
        {
            return Meaning(meaning);
        }

        var rule = Regex.Match(bare, @"^(?:licenses\.nuget\.org|(?:www\.)?spdx\.org/licenses|(?:www\.)?opensource\.org/licenses?|choosealicense\.com/licenses)/(.+?)(?:\.(?:html|txt|php|json))?$", RegexOptions.IgnoreCase);
        return rule.Success && SpdxExpressions.Parse(Uri.UnescapeDataString(rule.Groups[1].Value)) is { } tree ? SpdxExpressions.Modern(tree) : null;
    }

    private static Tree? Named(string key) => Names.TryGetValue(key, out var meaning) ? Meaning(meaning) : null;

    private static Tree? Meaning(string text) => text.StartsWith('?')
        ? new Group("any", [.. text[1..].Split(' ').Select(Term).OfType<Term>()])
        : SpdxExpressions.Parse(text);

    private static void Take(string section, string? group, string line)
    {
        var words = line.Split(' ');
        var (left, right) = line.Split(" = ") is [var before, var behind] ? (before, behind) : ("", "");
        foreach (var (word, index) in words.Select((word, index) => (word, index)))
        {
            switch (section)
            {
                case "licences":
                case "exceptions":
                    (section == "licences" ? Ids : Exceptions)[word] = word;
                    (section == "licences" ? Groups : Lifts)[word] = group ?? "";
                    break;
                case "later":
                    Later[word] = words[index..];
                    break;
            }
        }

        if (section is "replaced" or "addresses")
        {
            (section == "replaced" ? Replaced : Addresses)[section == "replaced" ? left : right] = section == "replaced" ? right : left;
        }

        foreach (var word in section == "names" ? right.Split(' ') : [])
        {
            Names[word.Replace('_', ' ')] = left;
        }
    }

    private static Term? Gnu(string key)
    {
        var (family, version, isLater) = ("", "", false);
        foreach (var raw in key.Split(' '))
        {
            var word = raw.TrimEnd('+');
            var digits = word.AsSpan().IndexOfAnyInRange('0', '9') is var start and >= 0 ? word[start..] : "";
            var letters = word[..^digits.Length];
            isLater |= word != raw || LaterWords.Contains(word);
            if (Family(letters) is { } named && (letters != "library" || family.Length > 0))
            {
                family = family is "" or "GPL" ? named : family;
            }
            else if (letters.Length > 0 && !GnuWords.Contains(letters))
            {
                return null;
            }

            var number = digits.Length > 0 && !digits.Contains('.') ? digits + ".0" : digits;
            if (number.Length > 0 && version.Length > 0 && number != version)
            {
                return null;
            }

            version = number.Length > 0 ? number : version;
        }

        return Term($"{family}-{version}-{(isLater ? "or-later" : "only")}");
    }

    private static string? Family(string word) => word switch
    {
        "gpl" or "gplv" or "gnu" or "general" => "GPL",
        "lgpl" or "lgplv" or "lesser" or "library" => "LGPL",
        "agpl" or "agplv" or "affero" => "AGPL",
        _ => null,
    };
}
