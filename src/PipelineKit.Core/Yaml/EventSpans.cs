using PipelineKit.Core.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PipelineKit.Core.Yaml;

/// <summary>Where the parser's events stand in the text.</summary>
internal sealed class EventSpans(string text, string file)
{
    /// <summary>The place of an event; without <paramref name="length"/> all of it is marked, but never more than its first line.</summary>
    public SourceSpan Of(ParsingEvent at, int? length = null)
    {
        var (start, end) = (at.Start, at.End);
        var marked = length ?? (start.Line == end.Line ? (int)(end.Column - start.Column) : LineLength(start));
        return new SourceSpan(file, (int)start.Line, (int)start.Column, Math.Max(1, marked));
    }

    private int LineLength(Mark start)
    {
        var rest = text.AsSpan((int)Math.Min(start.Index, text.Length));
        var end = rest.IndexOfAny('\r', '\n');
        return (end < 0 ? rest : rest[..end]).TrimEnd().Length;
    }
}
