using PipelineKit.Licences.Spdx;

namespace PipelineKit.Licences.Normalisation;

/// <summary>Reads spellings of the GNU licences ("LGPLv2.1+", "GNU General Public License v3 or later (GPLv3+)").</summary>
internal static class GnuSpelling
{
    private static readonly Dictionary<string, string[]> Versions = new(StringComparer.Ordinal)
    {
        ["GPL"] = ["1.0", "2.0", "3.0"],
        ["LGPL"] = ["2.0", "2.1", "3.0"],
        ["AGPL"] = ["1.0", "3.0"],
    };

    /// <summary>The licence of a key of <see cref="Spelling.Key"/> that names a version; null if a word does not belong there.</summary>
    public static LicenceExpression? Read(string key)
    {
        string? family = null;
        string? version = null;
        var orLater = false;
        foreach (var raw in key.Split(' '))
        {
            var word = raw.TrimEnd('+');
            orLater |= word.Length < raw.Length || IsLater(word);
            var (name, number) = Split(word);
            if (Family(name) is { } named && (name != "library" || family is not null))
            {
                family = Narrower(family, named);
            }
            else if (name.Length > 0 && !IsFiller(name))
            {
                return null;
            }

            if (number.Length > 0 && version is not null && version != Full(number))
            {
                return null;
            }

            version = number.Length > 0 ? Full(number) : version;
        }

        return family is not null && version is not null && Versions[family].Contains(version, StringComparer.Ordinal)
            ? new LicenceTerm($"{family}-{version}-{(orLater ? "or-later" : "only")}")
            : null;
    }

    private static (string Name, string Number) Split(string word)
    {
        var at = word.AsSpan().IndexOfAnyInRange('0', '9');
        return at < 0 ? (word, "") : (word[..at], word[at..]);
    }

    private static string Full(string number) => number.Contains('.', StringComparison.Ordinal) ? number : number + ".0";

    private static string? Family(string name) => name switch
    {
        "gpl" or "gplv" or "gnu" or "general" => "GPL",
        "lgpl" or "lgplv" or "lesser" or "library" => "LGPL",
        "agpl" or "agplv" or "affero" => "AGPL",
        _ => null,
    };

    // "Lesser General Public (LGPL)" names both words: the longer family name is the meaning.
    private static string Narrower(string? known, string named) => known is null or "GPL" ? named : known;

    private static bool IsLater(string word) => word is "later" or "newer" or "above" or "greater" or "higher" or "plus";

    private static bool IsFiller(string word) =>
        IsLater(word) || word is "public" or "or" or "any" or "only" or "and" or "at" or "your" or "option" or "software" or "foundation" or "fsf" or "v" or "w";
}
