using PipelineKit.Parity.Tests.Cake;
using PipelineKit.Parity.Tests.GitHub;
using PipelineKit.Parity.Tests.GitLab;
using PipelineKit.Parity.Tests.Reading;

namespace PipelineKit.Parity.Tests.Comparison;

/// <summary>The generated texts of one repository.</summary>
/// <param name="Name">Folder, relative to the repository of this project.</param>
/// <param name="Texts">By platform.</param>
internal sealed record Outputs(string Name, IReadOnlyDictionary<string, string> Texts)
{
    private static readonly Dictionary<string, Func<string, ReadPipeline>> Readers = new(StringComparer.Ordinal)
    {
        ["github"] = GitHubReader.Read,
        ["gitlab"] = GitLabReader.Read,
        ["cake"] = CakeReader.Read,
        ["forgejo"] = GitHubReader.ReadForgejo,
    };

    /// <summary>What the program says that all of them do, by job.</summary>
    public Stated Stated { get; init; } = new(new Dictionary<(string, string), string>());

    /// <summary>Jobs that the program said it leaves out, by platform; only these may be missing.</summary>
    public ILookup<string, string> LeftOut { get; init; } = Array.Empty<string>().ToLookup(_ => "");

    public IReadOnlyList<ReadPipeline> Read() => [.. Texts.Select(text => Readers[text.Key](text.Value))];

    /// <summary>The same with one text changed at its first place.</summary>
    public Outputs With(string platform, string old, string replacement)
    {
        var text = Texts[platform];
        var at = text.IndexOf(old, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0, $"{Name}, {platform}: {old}");
        return With(platform, text[..at] + replacement + text[(at + old.Length)..]);
    }

    public Outputs With(string platform, string text) => this with { Texts = Texts.ToDictionary(t => t.Key, t => t.Key == platform ? text : t.Value) };
}
