using System.Text;

namespace PipelineKit.Core.Stages.Rendering;

/// <summary>
/// Marks around everything that an expression writes, taken out again when the document is read. Four characters of Unicode's private use
/// area: three marks, and one that stands before a digit for a character of these four that a value holds itself.
/// </summary>
internal static class ValueMarks
{
    public const char Begin = '\uE000';

    public const char End = '\uE001';

    /// <summary>Around text that a template wrote with <c>| raw</c>.</summary>
    public const char Raw = '\uE002';

    private const char Escape = '\uE003';

    /// <summary>True for one of the four.</summary>
    public static bool IsOne(char c) => c is >= Begin and <= Escape;

    public static bool AnyIn(ReadOnlySpan<char> text) => text.IndexOfAnyInRange(Begin, Escape) >= 0;

    /// <summary>True for a scalar that is one value and nothing else, or whose values were written raw on purpose.</summary>
    public static bool IsWhole(string scalar)
    {
        var begins = scalar.AsSpan().Count(Begin);
        return begins == 0 || (begins == 1 && scalar[0] == Begin && scalar[^1] == End && !scalar.Contains(Raw, StringComparison.Ordinal));
    }

    /// <summary>Number of characters that go away before a place.</summary>
    public static int CountIn(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += IsOne(c) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Writes a character of a value; false when it is none of the four.</summary>
    public static bool TryEscape(char c, StringBuilder builder)
    {
        if (!IsOne(c))
        {
            return false;
        }

        builder.Append(Escape).Append((char)('0' + (c - Begin)));
        return true;
    }

    /// <summary>The text without marks, with the value's own characters back.</summary>
    public static string Remove(string text)
    {
        if (!AnyIn(text))
        {
            return text;
        }

        var builder = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == Escape && i + 1 < text.Length)
            {
                builder.Append((char)(Begin + (text[++i] - '0')));
            }
            else if (text[i] is not (Begin or End or Raw))
            {
                builder.Append(text[i]);
            }
        }

        return builder.ToString();
    }
}
