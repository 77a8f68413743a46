using System.Globalization;
using PipelineKit.Parity.Tests.Reading;

namespace PipelineKit.Parity.Tests.GitLab;

/// <summary>Durations in GitLab's words: <c>1 hour 30 minutes</c>.</summary>
internal static class Durations
{
    public static long Seconds(string text)
    {
        var words = text.Split(' ');
        return words.Chunk(2).Sum(pair => long.Parse(pair[0], CultureInfo.InvariantCulture) * Unit(pair[^1]));
    }

    private static long Unit(string word) => word.TrimEnd('s') switch
    {
        "second" => 1,
        "minute" => 60,
        "hour" => 3600,
        "day" => 86400,
        _ => throw new UnreadableException($"no unit of time: {word}"),
    };
}
