namespace Scriban.Parsing;

/// <summary>The text of one template with its name; turns offsets into lines and columns only when somebody asks.</summary>
internal sealed class ScriptSource(string name, string text)
{
    private int[]? _lineStarts;

    public string Name { get; } = name;

    public string Text { get; } = text;

    public TextPosition PositionOf(int offset)
    {
        if (offset < 0)
        {
            return TextPosition.Eof;
        }

        var starts = _lineStarts ??= FindLines(Text);
        var line = Array.BinarySearch(starts, offset);
        if (line < 0)
        {
            line = ~line - 1;
        }

        return new TextPosition(offset, line, offset - starts[line]);
    }

    private static int[] FindLines(string text)
    {
        var starts = new List<int> { 0 };
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            starts.Add(at + 1);
        }

        return [.. starts];
    }
}
