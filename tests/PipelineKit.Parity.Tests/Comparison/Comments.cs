using System.Text.RegularExpressions;

namespace PipelineKit.Parity.Tests.Comparison;

/// <summary>What stands beside the jobs of a text: where each begins, and what a patch says of it in a comment.</summary>
internal static partial class Comments
{
    /// <summary>By job: why a patch gives up parity.</summary>
    public static IReadOnlyDictionary<string, string> Broken(string text) =>
        Lines().Matches(text).ToDictionary(match => match.Groups["id"].Value, match => match.Groups["text"].Value);

    /// <summary>Where jobs begin, in the order of the file.</summary>
    public static IReadOnlyList<(string Id, int Start)> Places(string text, IEnumerable<string> jobs) =>
        [.. jobs.Select(id => (id, Match: Regex.Match(text, $@"^ {{0,2}}(?:(?:Stage|Leg)\(""{Regex.Escape(id)}""|{Regex.Escape(id)}:|""{Regex.Escape(id)}"":)", RegexOptions.Multiline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))))
            .Where(place => place.Match.Success).Select(place => (place.id, place.Match.Index)).OrderBy(place => place.Index)];

    [GeneratedRegex(@"^ *(?:(?:Stage|Leg)\(""(?<id>[\w-]+)"".*//|(?<id>[\w-]+): #|""(?<id>[\w-]+)"": #) parity broken: (?<text>.+)$", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Lines();
}
