using YamlDotNet.RepresentationModel;

namespace PipelineKit.Parity.Tests.Reading;

/// <summary>Reading of YAML without comments, for files of one document.</summary>
internal static class YamlText
{
    public static YamlMappingNode Load(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    public static YamlNode? Get(this YamlNode? node, string key) =>
        node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    public static string? Text(this YamlNode? node) => (node as YamlScalarNode)?.Value;

    public static string? Text(this YamlNode? node, string key) => node.Get(key).Text();

    public static IEnumerable<KeyValuePair<string, YamlNode>> Entries(this YamlNode? node) =>
        node is YamlMappingNode map
            ? map.Children.Select(entry => KeyValuePair.Create(entry.Key.Text() ?? throw new UnreadableException("a key is no text"), entry.Value))
            : [];

    /// <summary>Refuses keys that a reader does not know: what nobody reads, nobody compares.</summary>
    public static void Allow(this YamlNode? node, params ReadOnlySpan<string> keys)
    {
        foreach (var (key, _) in node.Entries())
        {
            if (!keys.Contains(key))
            {
                throw new UnreadableException($"unknown key: {key}");
            }
        }
    }

    public static IEnumerable<YamlNode> Items(this YamlNode? node) => node is YamlSequenceNode list ? list.Children : [];

    /// <summary>The texts of a list, or the one text that stands in its place.</summary>
    public static IEnumerable<string> Texts(this YamlNode? node) => node is YamlScalarNode one ? [one.Value ?? ""] : node.Items().Select(item => item.Text() ?? "");
}
