using System.Globalization;
using System.Text;

namespace PipelineKit.Core.Diagnostics;

/// <summary>
/// Characters that a reader does not see, or that make others look different from what they are: controls, marks of direction, joiners, tags and
/// separators of lines (Unicode, UAX #9 and UTS #39). A reviewer must see what runs: names may not hold them, and texts show them as escapes.
/// </summary>
public static class HiddenText
{
    /// <summary>True for a character that has to be written as an escape to be seen.</summary>
    public static bool IsHidden(Rune rune) => rune.Value is not (>= ' ' and <= '~') && Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate
        || rune.Value is 0xFFFE or 0xFFFF;

    /// <summary>True when a text holds such a character, a line feed included.</summary>
    public static bool IsIn(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return false;
        }

        for (var at = 0; at < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune) || IsHidden(rune))
            {
                return true;
            }

            at += rune.Utf16SequenceLength;
        }

        return false;
    }

    /// <summary>The text on one line, with each such character as an escape: <c>\u202e</c>. The same object where there is none.</summary>
    public static string Visible(string text)
    {
        if (!IsIn(text))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length + 16);
        for (var at = 0; at < text.Length;)
        {
            var known = Rune.TryGetRuneAt(text, at, out var rune);
            if (known && !IsHidden(rune))
            {
                visible.Append(rune.ToString());
                at += rune.Utf16SequenceLength;
                continue;
            }

            // Half a surrogate pair, or both halves of a hidden one.
            for (var units = known ? rune.Utf16SequenceLength : 1; units > 0; units--)
            {
                visible.Append("\\u").Append(((int)text[at++]).ToString("x4", CultureInfo.InvariantCulture));
            }
        }

        return visible.ToString();
    }
}
