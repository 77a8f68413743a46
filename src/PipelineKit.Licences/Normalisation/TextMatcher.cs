using PipelineKit.Licences.Data;

namespace PipelineKit.Licences.Normalisation;

/// <summary>Compares a text with the embedded licence texts.</summary>
internal static class TextMatcher
{
    /// <summary>The least similarity (Sørensen–Dice over word pairs) at which a text counts as a licence.</summary>
    public const double Threshold = 0.92;

    /// <summary>The most word pairs that a text may add to a licence: more could be a condition of its own, however long the licence.</summary>
    public const int MaximumAdded = 60;

    private static readonly Lazy<List<(string Id, TextFingerprint Print)>> Templates = new(
        () => [.. DataFile.TextIds().Select(id => (id, TextFingerprint.Of(DataFile.Text("texts/" + id))))]);

    /// <summary>The most similar licence if the similarity is worth naming (one half or more); null if there is none.</summary>
    public static TextMatch? Best(string text)
    {
        var print = TextFingerprint.Of(text);
        TextMatch? best = null;
        foreach (var (id, template) in Templates.Value)
        {
            var least = best?.Similarity ?? 0.5;
            if (print.Bound(template) > least && print.Similarity(template) is var similarity && similarity > least)
            {
                best = new(id, similarity, print.Length - print.Common(template));
            }
        }

        return best;
    }
}
