using PipelineKit.Licences.Data;

namespace PipelineKit.Licences.Normalisation;

/// <summary>Compares a text with the embedded licence texts.</summary>
internal static class TextMatcher
{
    /// <summary>The least similarity (Sørensen–Dice over word pairs) at which a text counts as a licence.</summary>
    public const double Threshold = 0.92;

    private static readonly Lazy<List<(string Id, TextFingerprint Print)>> Templates = new(
        () => [.. DataFile.TextIds().Select(id => (id, TextFingerprint.Of(DataFile.Text("texts/" + id))))]);

    /// <summary>The most similar licence whose similarity is worth naming (one half or more), and the similarity; null if there is none.</summary>
    public static (string Id, double Similarity)? Best(string text)
    {
        var print = TextFingerprint.Of(text);
        (string Id, double Similarity)? best = null;
        foreach (var (id, template) in Templates.Value)
        {
            var least = best?.Similarity ?? 0.5;
            if (print.Bound(template) > least && print.Similarity(template) is var similarity && similarity > least)
            {
                best = (id, similarity);
            }
        }

        return best;
    }
}
