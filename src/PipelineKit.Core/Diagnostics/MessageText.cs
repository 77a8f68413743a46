using System.Globalization;

namespace PipelineKit.Core.Diagnostics;

/// <summary>Words of messages, the same everywhere.</summary>
public static class MessageText
{
    private const int Longest = 60;
    private const int MostAlternatives = 40;

    /// <summary>A value in double quotes: on one line, without control characters, cut when long.</summary>
    public static string Quote(string value)
    {
        var text = value.Length > Longest ? string.Concat(value.AsSpan(0, CutAt(value)), "…") : value;
        return $"\"{HiddenText.Visible(text)}\"";
    }

    /// <summary>The alternatives, quoted, in ordinal order: <c>expected one of "a", "b"</c>.</summary>
    public static string ExpectedOneOf(IEnumerable<string> alternatives)
    {
        string[] sorted = [.. alternatives.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return sorted.Length switch
        {
            0 => "nothing is allowed here",
            1 => $"expected {Quote(sorted[0])}",
            _ => "expected one of " + List(sorted),
        };
    }

    /// <summary>Values, quoted, with commas between them.</summary>
    public static string List(IReadOnlyCollection<string> values)
    {
        var shown = string.Join(", ", values.Take(MostAlternatives).Select(Quote));
        return values.Count > MostAlternatives ? $"{shown} and {Number(values.Count - MostAlternatives)} more" : shown;
    }

    /// <summary>The hint that names the nearest of some words, or null when none is near.</summary>
    public static string? DidYouMean(string word, IEnumerable<string> candidates) =>
        NearestMatch.Find(word, candidates) is { } nearest ? $"did you mean `{nearest}`?" : null;

    /// <summary>A number in the invariant culture.</summary>
    public static string Number(double number) => number.ToString("0.################", CultureInfo.InvariantCulture);

    private static int CutAt(string value) => char.IsHighSurrogate(value[Longest - 2]) ? Longest - 2 : Longest - 1;
}
