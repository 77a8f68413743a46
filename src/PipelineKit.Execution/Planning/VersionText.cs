using System.Text;

namespace PipelineKit.Execution.Planning;

/// <summary>Texts of toolchains in which <c>{ID}</c> stands for the version of toolchain ID.</summary>
internal static class VersionText
{
    /// <summary>The text with versions filled in, or null when it names a toolchain that the job does not have.</summary>
    public static string? Fill(string text, IReadOnlyDictionary<string, string> versions)
    {
        var (filled, done) = (new StringBuilder(), 0);
        for (var at = text.IndexOf('{', StringComparison.Ordinal); at >= 0; at = text.IndexOf('{', at + 1))
        {
            var end = EndOfName(text, at);
            if (end < 0)
            {
                continue;
            }

            if (!versions.TryGetValue(text[(at + 1)..end], out var version))
            {
                return null;
            }

            filled.Append(text, done, at - done).Append(version);
            done = end + 1;
        }

        return filled.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>True when the text holds a version.</summary>
    public static bool HasName(string text)
    {
        for (var at = text.IndexOf('{', StringComparison.Ordinal); at >= 0; at = text.IndexOf('{', at + 1))
        {
            if (EndOfName(text, at) > 0)
            {
                return true;
            }
        }

        return false;
    }

    // Where the closing brace stands, or -1. Names are lower-case words with digits and dashes; anything else belongs to another language.
    private static int EndOfName(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && (char.IsAsciiLetterLower(text[end]) || (end > at + 1 && (char.IsAsciiDigit(text[end]) || text[end] == '-'))))
        {
            end++;
        }

        return end > at + 1 && end < text.Length && text[end] == '}' ? end : -1;
    }
}
