namespace PipelineKit.Licences.Reading.Text;

/// <summary>A line of an indented file with the lines below it.</summary>
internal sealed class TextNode(string key, string value, int line)
{
    /// <summary>What stands before the colon, quotes included.</summary>
    public string RawKey { get; } = key;

    /// <summary>The key without quotes.</summary>
    public string Key => IndentedText.Unquote(RawKey);

    /// <summary>What stands behind the colon, without quotes; empty if nothing does.</summary>
    public string Value { get; } = value;

    /// <summary>The line, from 1.</summary>
    public int Line { get; } = line;

    public List<TextNode> Children { get; } = [];

    /// <summary>The first child of a key; null if there is none.</summary>
    public TextNode? Child(string key) => Children.Find(child => child.Key == key);

    /// <summary>The children of a child; none if there is no such child.</summary>
    public IReadOnlyList<TextNode> ChildrenOf(string key) => Child(key)?.Children ?? [];
}
