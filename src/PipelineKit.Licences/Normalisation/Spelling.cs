using System.Text;

namespace PipelineKit.Licences.Normalisation;

/// <summary>Makes spellings of one licence name alike, so that a table can hold each name once.</summary>
internal static class Spelling
{
    /// <summary>Longest name that is looked up, in characters.</summary>
    public const int MaximumLength = 200;

    /// <summary>
    /// Lower case; letters, digits, <c>+</c> and dots inside words kept, all else one space; without filler words;
    /// without a lone "v" and the "v" before a number.
    /// </summary>
    public static string Key(string name)
    {
        var key = new StringBuilder(name.Length);
        var word = new StringBuilder();
        for (var at = 0; at <= name.Length; at++)
        {
            var c = at < name.Length ? char.ToLowerInvariant(name[at]) : ' ';
            if (char.IsLetterOrDigit(c) || c == '+' || (c == '.' && word.Length > 0))
            {
                word.Append(c);
                continue;
            }

            Append(key, word.ToString().TrimEnd('.'));
            word.Clear();
        }

        return key.ToString();
    }

    private static void Append(StringBuilder key, string word)
    {
        if (word.Length > 1 && word[0] == 'v' && char.IsAsciiDigit(word[1]))
        {
            word = word[1..];
        }

        if (word is "" or "the" or "v" or "ver" or "version" or "license" or "licence" or "licensed" or "licenses" or "under" or "terms" or "of" or "a" or "agreement")
        {
            return;
        }

        if (key.Length > 0)
        {
            key.Append(' ');
        }

        key.Append(word);
    }
}
