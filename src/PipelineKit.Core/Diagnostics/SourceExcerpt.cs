using System.Globalization;
using System.Text;
using PipelineKit.Core.Diagnostics.Printing;

namespace PipelineKit.Core.Diagnostics;

/// <summary>The line that a diagnostic is about, as it can be shown on a terminal, and the caret below it.</summary>
/// <param name="LineNumber">1-based.</param>
/// <param name="Line">The line: tabs are blanks, controls are visible, a long line is cut around the marked part.</param>
/// <param name="Indent">Terminal columns before the caret.</param>
/// <param name="Width">Terminal columns that are marked; 0 for none.</param>
public sealed record SourceExcerpt(int LineNumber, string Line, int Indent, int Width)
{
    private const int MaxWidth = 100;
    private const int Before = 30;
    private const char Cut = '…';

    /// <summary>The excerpt of a place in a text, or null when the place is the whole file or lies behind its end.</summary>
    public static SourceExcerpt? Of(SourceSpan span, string source)
    {
        if (span.Line < 1 || LineAt(source, span.Line) is not { } line)
        {
            return null;
        }

        var start = Math.Clamp(span.Column - 1, 0, line.Length);
        var end = Math.Clamp(start + Math.Max(1, span.Length), start, Math.Max(line.Length, start));
        var (text, columns) = TerminalText.Of(line);
        var (left, right) = (columns[start], Math.Max(columns[end], columns[start] + 1));
        if (span.Column == 0)
        {
            (left, right) = (0, 0);
        }

        return Window(span.Line, text, left, right);
    }

    /// <summary>Appends the two lines.</summary>
    public void AppendTo(StringBuilder text, PrintStyle style)
    {
        var number = LineNumber.ToString(CultureInfo.InvariantCulture);
        text.Append(style(PrintPart.Gutter, number + " |"));
        text.Append(Line.Length == 0 ? "" : " ").Append(Line).Append('\n');
        if (Width > 0)
        {
            text.Append(style(PrintPart.Gutter, new string(' ', number.Length) + " |")).Append(' ', Indent + 1)
                .Append(style(PrintPart.Caret, "^" + new string('~', Width - 1))).Append('\n');
        }
    }

    // Lines end where the reader of YAML ends them: LF, CR, CRLF.
    private static string? LineAt(string source, int line)
    {
        var rest = source.AsSpan(source.StartsWith('\uFEFF') ? 1 : 0);
        for (var at = 1; ; at++)
        {
            var end = rest.IndexOfAny('\r', '\n');
            if (at == line)
            {
                return (end < 0 ? rest : rest[..end]).ToString();
            }

            if (end < 0)
            {
                return null;
            }

            rest = rest[(end + (rest[end] == '\r' && end + 1 < rest.Length && rest[end + 1] == '\n' ? 2 : 1))..];
        }
    }

    private static SourceExcerpt Window(int number, string text, int left, int right)
    {
        var width = TerminalText.WidthOf(text);
        if (width <= MaxWidth)
        {
            return new(number, text.TrimEnd(), left, right - left);
        }

        var from = left + Math.Min(right - left, MaxWidth - Before) <= MaxWidth - 1 ? 0 : left - Before;
        var shown = TerminalText.Slice(text, from, MaxWidth - 2, out var skipped);
        var prefix = from > 0 ? Cut.ToString() : "";
        var indent = left - skipped + prefix.Length;
        var suffix = skipped + TerminalText.WidthOf(shown) < width ? Cut.ToString() : "";
        return new(number, prefix + shown + suffix, indent, Math.Min(right - left, MaxWidth - indent));
    }
}
