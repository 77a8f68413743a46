using PipelineKit.Core.Model;
using YamlDotNet.RepresentationModel;

namespace PipelineKit.Platforms.Tests.GitHub;

/// <summary>A workflow read back from its text, as GitHub would read it.</summary>
internal sealed class Workflow
{
    private readonly YamlMappingNode _root;

    public Workflow(Pipeline pipeline)
    {
        Text = GitHubHarness.Text(pipeline);
        var stream = new YamlStream();
        stream.Load(new StringReader(Text));
        _root = (YamlMappingNode)stream.Documents.Single().RootNode;
    }

    public string Text { get; }

    public string Value(params string[] path) => ((YamlScalarNode)Node(path)!).Value!;

    public bool Has(params string[] path) => Node(path) is not null;

    public YamlMappingNode Job(string id) => (YamlMappingNode)Node("jobs", id)!;

    public IReadOnlyList<YamlMappingNode> Steps(string id) => [.. ((YamlSequenceNode)Job(id)["steps"]).Cast<YamlMappingNode>()];

    /// <summary>The step of that name.</summary>
    public YamlMappingNode Step(string id, string name) => Steps(id).Single(s => TextOf(s, "name") == name);

    public static string? TextOf(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? ((YamlScalarNode)value).Value : null;

    /// <summary>The text of a <c>run</c> of that step.</summary>
    public string Run(string id, string name) => TextOf(Step(id, name), "run")!;

    /// <summary>
    /// What GitHub makes of a text in which it reads expressions: the one expression that stands for its own opening. Any other one is an error.
    /// </summary>
    public static string Evaluate(string text)
    {
        const string Escape = "${{ '${{' }}";
        var parts = text.Split(Escape);
        return parts.Any(part => part.Contains("${{", StringComparison.Ordinal))
            ? throw new FormatException($"an expression got in: {text}")
            : string.Join("${{", parts);
    }

    private YamlDotNet.RepresentationModel.YamlNode? Node(params string[] path)
    {
        YamlDotNet.RepresentationModel.YamlNode? node = _root;
        foreach (var key in path)
        {
            node = node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;
        }

        return node;
    }
}
