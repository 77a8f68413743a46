using PipelineKit.Licences.Data;
using PipelineKit.Licences.Spdx;

namespace PipelineKit.Licences.Normalisation;

/// <summary>The tables of names: spellings, classifiers, addresses.</summary>
internal static class NameTable
{
    private static readonly Lazy<Dictionary<string, string>> Aliases = new(() => Load("aliases", StringComparer.Ordinal));
    private static readonly Lazy<Dictionary<string, string>> Classifiers = new(() => Load("classifiers", StringComparer.OrdinalIgnoreCase));
    private static readonly Lazy<Dictionary<string, string>> Urls = new(() => Load("urls", StringComparer.OrdinalIgnoreCase));

    /// <summary>The meaning of a common spelling, GNU licences included; null if it is not known.</summary>
    public static NameMeaning? Spelled(string name)
    {
        if (name.Length > Spelling.MaximumLength)
        {
            return null;
        }

        var key = Spelling.Key(name);
        return Find(Aliases.Value, key, name) ?? (GnuSpelling.Read(key) is { } gnu ? new NameMeaning(gnu, false, null) : OrLater(key, name));
    }

    // "Apache 2.0 or later".
    private static NameMeaning? OrLater(string key, string name)
    {
        const string Ending = " or later";
        return key.EndsWith(Ending, StringComparison.Ordinal)
            && Find(Aliases.Value, key[..^Ending.Length], name) is { Expression: LicenceTerm { Exception: null } term } meaning
                ? meaning with { Expression = term with { OrLater = true } }
                : null;
    }

    /// <summary>The meaning of a trove classifier; null if it is not known.</summary>
    public static NameMeaning? Classified(string classifier) =>
        Find(Classifiers.Value, classifier, classifier[(classifier.LastIndexOf(':') + 1)..].Trim());

    /// <summary>The meaning of an address; null if it is not known.</summary>
    public static NameMeaning? Addressed(string url)
    {
        var bare = LicenceUrl.WithoutScheme(url);
        return Find(Urls.Value, bare, url) ?? LicenceUrl.ReadByRule(bare);
    }

    private static NameMeaning? Find(Dictionary<string, string> table, string key, string name) =>
        table.TryGetValue(key, out var meaning) ? NameMeaning.Read(name, meaning) : null;

    private static Dictionary<string, string> Load(string file, StringComparer comparer)
    {
        var table = new Dictionary<string, string>(512, comparer);
        foreach (var (key, value) in DataFile.Pairs(file))
        {
            table[key] = value;
        }

        return table;
    }
}
