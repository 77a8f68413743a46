namespace PipelineKit.Licences.Normalisation;

/// <summary>
/// The pairs of neighbouring words of a licence text, sorted, as hashes. Left out before: copyright lines and what follows
/// the end of the terms (advice on how to apply the licence).
/// </summary>
internal sealed class TextFingerprint
{
    private static readonly string[] EndMarks =
        ["END OF TERMS AND CONDITIONS", "permanent authorization for you to choose that version for the Library."];

    private readonly uint[] pairs;

    private TextFingerprint(uint[] pairs) => this.pairs = pairs;

    /// <summary>The number of word pairs.</summary>
    public int Length => pairs.Length;

    /// <summary>Makes the fingerprint of a text.</summary>
    public static TextFingerprint Of(string text)
    {
        var pairs = new List<uint>(text.Length / 6);
        uint previous = 0;
        foreach (var line in Terms(text).EnumerateLines())
        {
            if (!IsCopyright(line))
            {
                AddWords(line, pairs, ref previous);
            }
        }

        var sorted = pairs.ToArray();
        Array.Sort(sorted);
        return new(sorted);
    }

    /// <summary>The upper bound that the lengths alone set to <see cref="Similarity"/>.</summary>
    public double Bound(TextFingerprint other) =>
        Length + other.Length == 0 ? 0 : 2.0 * Math.Min(Length, other.Length) / (Length + other.Length);

    /// <summary>The Sørensen–Dice coefficient of the two multisets of pairs: 0 nothing in common, 1 the same words.</summary>
    public double Similarity(TextFingerprint other) => Length + other.Length == 0 ? 0 : 2.0 * Common(other) / (Length + other.Length);

    /// <summary>The number of pairs that both have.</summary>
    public int Common(TextFingerprint other)
    {
        int i = 0, j = 0, common = 0;
        while (i < pairs.Length && j < other.pairs.Length)
        {
            var order = pairs[i].CompareTo(other.pairs[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return common;
    }

    private static ReadOnlySpan<char> Terms(string text)
    {
        foreach (var mark in EndMarks)
        {
            var at = text.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
            if (at > 0)
            {
                return text.AsSpan(0, at);
            }
        }

        return text;
    }

    private static bool IsCopyright(ReadOnlySpan<char> line)
    {
        line = line.TrimStart(" \t*#/;-.>");
        return line.StartsWith("copyright (c)", StringComparison.OrdinalIgnoreCase)
            || line.StartsWith("copyright ©", StringComparison.OrdinalIgnoreCase)
            || line.StartsWith("(c) ", StringComparison.OrdinalIgnoreCase)
            || line.StartsWith("© ", StringComparison.Ordinal)
            || line.StartsWith("all rights reserved", StringComparison.OrdinalIgnoreCase)
            || (line.StartsWith("copyright ", StringComparison.OrdinalIgnoreCase) && line.Length > 10
                && (char.IsAsciiDigit(line[10]) || line[10] == '<'));
    }

    private static void AddWords(ReadOnlySpan<char> line, List<uint> pairs, ref uint previous)
    {
        const uint Offset = 2166136261;
        const uint Prime = 16777619;
        var hash = Offset;
        for (var at = 0; at <= line.Length; at++)
        {
            var c = at < line.Length ? line[at] : ' ';
            if (char.IsLetterOrDigit(c))
            {
                hash = (hash ^ char.ToLowerInvariant(c)) * Prime;
            }
            else if (hash != Offset)
            {
                pairs.Add(unchecked((previous * 31) + hash));
                previous = hash;
                hash = Offset;
            }
        }
    }
}
