using System.Buffers;
using System.Globalization;
using System.Text;

namespace PipelineKit.Execution.Output;

/// <summary>
/// What programs print, as text that does nothing to whoever shows it: colours (ECMA-48, SGR) are left out, every other control character
/// but the tab is written as <c>\u001b</c>.
/// </summary>
internal static class PlainText
{
    // C0 without the tab, DEL, C1.
    private static readonly SearchValues<char> Controls =
        SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c != '\t')]);

    /// <summary>The text without colours and controls.</summary>
    public static string Of(string text)
    {
        var at = text.AsSpan().IndexOfAny(Controls);
        return at < 0 ? text : Escape(text, at);
    }

    private static string Escape(string text, int at)
    {
        var plain = new StringBuilder(text, 0, at, text.Length + 16);
        while (at < text.Length)
        {
            var colour = LengthOfColour(text.AsSpan(at));
            if (colour > 0)
            {
                at += colour;
                continue;
            }

            var c = text[at++];
            if (Controls.Contains(c))
            {
                plain.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                plain.Append(c);
            }
        }

        return plain.ToString();
    }

    // ESC [ numbers m, or 0.
    private static int LengthOfColour(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("\e["))
        {
            return 0;
        }

        var end = 2;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is ';' or ':'))
        {
            end++;
        }

        return end < text.Length && text[end] == 'm' ? end + 1 : 0;
    }
}
