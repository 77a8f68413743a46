namespace PipelineKit.Licences.Spdx;

/// <summary>Reads one identifier, reference or exception.</summary>
internal static class TermReader
{
    /// <summary>The licence of a word such as <c>mit</c>, <c>GPL-2.0+</c>, <c>LicenseRef-x</c>; null if it is none.</summary>
    public static LicenceTerm? Read(string word)
    {
        var orLater = word.EndsWith('+');
        if (SpdxList.Find(orLater ? word[..^1] : word) is { } licence)
        {
            return new LicenceTerm(licence.Id, orLater);
        }

        return IsReference(word, "LicenseRef-") ? new LicenceTerm(word) : null;
    }

    /// <summary>The exception of a word, as on the list; null if it is none.</summary>
    public static string? ReadException(string word) =>
        SpdxList.FindException(word) ?? (IsReference(word, "AdditionRef-") ? word : null);

    private static bool IsReference(string word, string prefix)
    {
        var name = word.AsSpan();
        if (name.StartsWith("DocumentRef-", StringComparison.Ordinal))
        {
            var colon = name.IndexOf(':');
            if (colon < 0 || !IsIdString(name["DocumentRef-".Length..colon]))
            {
                return false;
            }

            name = name[(colon + 1)..];
        }

        return name.StartsWith(prefix, StringComparison.Ordinal) && IsIdString(name[prefix.Length..]);
    }

    private static bool IsIdString(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '.'))
            {
                return false;
            }
        }

        return text.Length > 0;
    }
}
