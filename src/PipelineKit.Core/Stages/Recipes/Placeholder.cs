namespace PipelineKit.Core.Stages.Recipes;

/// <summary>A placeholder in a text of a data file: <c>{name}</c>, or <c>{{name}}</c> for the text <c>{name}</c> itself.</summary>
/// <param name="Start">Where its first brace stands.</param>
/// <param name="End">Behind its last brace.</param>
/// <param name="Name">What stands between the braces.</param>
/// <param name="Escaped">True for two braces.</param>
internal sealed record Placeholder(int Start, int End, string Name, bool Escaped)
{
    /// <summary>The first placeholder at or behind a place, or null.</summary>
    public static Placeholder? Next(string text, int from)
    {
        for (var at = text.IndexOf('{', from); at >= 0; at = text.IndexOf('{', at + 1))
        {
            if (Read(text, at) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static Placeholder? Read(string text, int at)
    {
        var escaped = at + 1 < text.Length && text[at + 1] == '{';
        var start = escaped ? at + 2 : at + 1;
        if (start >= text.Length || !char.IsAsciiLetterLower(text[start]))
        {
            return null;
        }

        var end = start;
        while (end < text.Length && (char.IsAsciiLetterLower(text[end]) || char.IsAsciiDigit(text[end]) || text[end] is '.' or '-' || (escaped && char.IsAsciiLetterUpper(text[end]))))
        {
            end++;
        }

        var closed = end < text.Length && text[end] == '}' && (!escaped || (end + 1 < text.Length && text[end + 1] == '}'));
        return closed ? new Placeholder(at, escaped ? end + 2 : end + 1, text[start..end], escaped) : null;
    }
}
