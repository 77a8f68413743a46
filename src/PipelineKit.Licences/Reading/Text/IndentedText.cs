namespace PipelineKit.Licences.Reading.Text;

/// <summary>
/// Reads the indented key-value files that package managers write: the part of YAML in <c>pnpm-lock.yaml</c> and in the lock
/// file of yarn 2 and later, and the format of yarn 1. Not a YAML reader: no anchors, no block texts, no documents.
/// </summary>
internal static class IndentedText
{
    /// <summary>Deepest nesting that is kept; deeper lines count to the last level.</summary>
    public const int MaximumDepth = 32;

    /// <summary>The lines as a tree below an empty root.</summary>
    public static TextNode Read(string text)
    {
        var root = new TextNode("", "", 0);
        var open = new List<(int Indent, TextNode Node)> { (-1, root) };
        var number = 0;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            number++;
            var line = raw.TrimEnd();
            var content = line.TrimStart(' ');
            if (content.IsEmpty || content[0] == '#' || content is "---")
            {
                continue;
            }

            var indent = line.Length - content.Length;
            while (open.Count > 1 && (open[^1].Indent >= indent || open.Count > MaximumDepth))
            {
                open.RemoveAt(open.Count - 1);
            }

            var (key, value) = Split(content);
            var node = new TextNode(key, value, number);
            open[^1].Node.Children.Add(node);
            open.Add((indent, node));
        }

        return root;
    }

    /// <summary>A text without the quotes around it.</summary>
    public static string Unquote(string text) =>
        text.Length >= 2 && text[0] is '"' or '\'' && text[^1] == text[0] ? text[1..^1] : text;

    private static (string Key, string Value) Split(ReadOnlySpan<char> line)
    {
        if (line[^1] == ':')
        {
            return (line[..^1].ToString(), "");
        }

        var from = 0;
        if (line[0] is '"' or '\'')
        {
            var close = line[1..].IndexOf(line[0]);
            from = close < 0 ? 0 : close + 2;
        }

        var colon = line[from..].IndexOf(": ");
        var space = line[from..].IndexOf(' ');
        var at = colon >= 0 ? from + colon : space >= 0 ? from + space : line.Length;
        var value = at < line.Length ? line[(at + 1)..].Trim().ToString() : "";
        return (line[..at].ToString(), Unquote(value));
    }
}
