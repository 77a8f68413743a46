using System.Globalization;
using System.Text;

namespace PipelineKit.Core.Diagnostics;

/// <summary>How wide text is on a terminal: combining marks take no column, East Asian wide characters and emoji two (Unicode, UAX #11).</summary>
internal static class TerminalText
{
    private const int TabWidth = 4;

    private static readonly (int From, int To)[] Wide =
    [
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA4CF), (0xAC00, 0xD7A3),
        (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF00, 0xFF60), (0xFFE0, 0xFFE6), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F900, 0x1F9FF), (0x20000, 0x3FFFD),
    ];

    /// <summary>The text with tabs as blanks and controls as a replacement character, and the column at which every UTF-16 unit of the original begins.</summary>
    public static (string Text, int[] Columns) Of(string line)
    {
        var text = new StringBuilder(line.Length);
        var columns = new int[line.Length + 1];
        var column = 0;
        for (var i = 0; i < line.Length;)
        {
            columns[i] = column;
            var rune = Rune.TryGetRuneAt(line, i, out var found) ? found : Rune.ReplacementChar;
            var units = char.IsSurrogatePair(line, i) ? 2 : 1;
            if (units == 2)
            {
                columns[i + 1] = column;
            }

            column += Append(rune, column, text);
            i += units;
        }

        columns[line.Length] = column;
        return (text.ToString(), columns);
    }

    /// <summary>Columns of a text that has no tabs or controls.</summary>
    public static int WidthOf(string text) => text.EnumerateRunes().Sum(WidthOf);

    /// <summary>The part from a column on, at most some columns wide; <paramref name="skipped"/> is the column at which it begins.</summary>
    public static string Slice(string text, int from, int width, out int skipped)
    {
        var part = new StringBuilder();
        var column = 0;
        skipped = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var next = column + WidthOf(rune);
            if (column < from)
            {
                skipped = next;
            }
            else if (next - skipped <= width)
            {
                part.Append(rune.ToString());
            }

            column = next;
        }

        return part.ToString();
    }

    private static int Append(Rune rune, int column, StringBuilder text)
    {
        if (rune.Value == '\t')
        {
            var blanks = TabWidth - (column % TabWidth);
            text.Append(' ', blanks);
            return blanks;
        }

        var shown = HiddenText.IsHidden(rune) ? Rune.ReplacementChar : rune;
        text.Append(shown.ToString());
        return WidthOf(shown);
    }

    private static int WidthOf(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        _ when rune.Value >= 0x1100 && Array.Exists(Wide, r => rune.Value >= r.From && rune.Value <= r.To) => 2,
        _ => 1,
    };
}
