using System.Text.RegularExpressions;

namespace PipelineKit.Parity.Tests.Comparison;

/// <summary>What the comments behind the jobs say: the one thing the readers do not look at.</summary>
internal static partial class Comments
{
    public const string Broken = "broken: ";

    /// <summary>By job: the first digits of the digest, or why parity is given up.</summary>
    public static IReadOnlyDictionary<string, string> Of(string text) =>
        Lines().Matches(text).ToDictionary(match => match.Groups["id"].Value, match => match.Groups["text"].Value);

    /// <summary>Where each job begins, in the order of the file.</summary>
    public static IReadOnlyList<(string Id, int Start)> Places(string text) => [.. Lines().Matches(text).Select(match => (match.Groups["id"].Value, match.Index))];

    [GeneratedRegex(@"^ *(?:(?:Stage|Leg)\(""(?<id>[\w-]+)"".*//|(?<id>[\w-]+): #|""(?<id>[\w-]+)"": #) parity (?<text>.+)$", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Lines();
}
