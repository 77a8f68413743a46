namespace PipelineKit.Licences.Normalisation;

/// <summary>The licence that a text resembles most.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Similarity">Sørensen–Dice coefficient over word pairs, 0 to 1.</param>
/// <param name="Added">The number of word pairs that the text has and the licence has not.</param>
internal sealed record TextMatch(string Id, double Similarity, int Added)
{
    /// <summary>Similar enough to be taken for the licence.</summary>
    public bool Holds => Similarity >= TextMatcher.Threshold && Added <= TextMatcher.MaximumAdded;
}
