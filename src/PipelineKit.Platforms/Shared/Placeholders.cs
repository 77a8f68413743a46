using System.Text;
using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.Shared;

/// <summary>Fills <c>{ID}</c>, the version of toolchain ID, into the texts of a <see cref="ToolchainDefinition"/>.</summary>
internal static class Placeholders
{
    /// <summary>
    /// The text with versions filled in, or null when it names a toolchain that the job does not have.
    /// </summary>
    /// <param name="text">Platform text of a data file; its own expressions stay as they are.</param>
    /// <param name="toolchains">All toolchains of the job.</param>
    /// <param name="version">How the platform spells a version: a <see cref="LiteralValue"/> or a <see cref="MatrixValue"/>.</param>
    public static string? Fill(string text, IReadOnlyList<Toolchain> toolchains, Func<Value, string> version)
    {
        var (filled, done) = (new StringBuilder(), 0);
        for (var at = text.IndexOf('{', StringComparison.Ordinal); at >= 0; at = text.IndexOf('{', at + 1))
        {
            var end = EndOfPlaceholder(text, at);
            if (end < 0)
            {
                continue;
            }

            var id = text[(at + 1)..end];
            if (toolchains.FirstOrDefault(t => string.Equals(t.Id, id, StringComparison.Ordinal)) is not { } toolchain)
            {
                return null;
            }

            filled.Append(text, done, at - done).Append(version(toolchain.Version));
            done = end + 1;
        }

        return done == 0 ? text : filled.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>Fills every text of a list; null when one of them names a missing toolchain.</summary>
    public static IReadOnlyList<string>? FillAll(IReadOnlyList<string> texts, IReadOnlyList<Toolchain> toolchains, Func<Value, string> version)
    {
        var filled = texts.Select(text => Fill(text, toolchains, version)).OfType<string>().ToList();
        return filled.Count == texts.Count ? filled : null;
    }

    /// <summary>
    /// The list with one word for each part of a version that lists several things (names of packages), where <c>{ID}</c> is a word of its own.
    /// </summary>
    public static IEnumerable<string> Spread(IReadOnlyList<string> texts, IReadOnlyList<Toolchain> toolchains) => texts.SelectMany(text =>
        text.StartsWith('{') && EndOfPlaceholder(text, 0) == text.Length - 1
        && toolchains.FirstOrDefault(t => text.AsSpan(1, text.Length - 2).SequenceEqual(t.Id))?.Version is LiteralValue version
        && version.Text.Contains(' ', StringComparison.Ordinal)
            ? version.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            : [text]);

    /// <summary>
    /// The text as one word of a shell command: versions of the matrix are read from their variable, everything else is literal.
    /// Null when it names a missing toolchain.
    /// </summary>
    public static string? ShellWord(string text, IReadOnlyList<Toolchain> toolchains)
    {
        var marked = Fill(text, toolchains, version => version is MatrixValue matrix ? $"\0{EnvNames.OfAxis(matrix.Axis)}\0" : Literal(version));
        var parts = marked?.Split('\0');
        return parts is null ? null : string.Concat(parts.Select((part, at) => at % 2 == 1 ? $"\"${part}\"" : Quoted(part, parts.Length)));
    }

    /// <summary>The text of a literal version.</summary>
    public static string Literal(Value version) =>
        version is LiteralValue literal ? literal.Text : throw new ArgumentException("A version is a literal or a matrix axis.", nameof(version));

    private static string Quoted(string part, int parts) => part.Length == 0 && parts > 1 ? "" : ShellWords.Quote(part);

    // Where the closing brace stands, or -1. Two braces are another language's: ${{x}} of a workflow is no placeholder.
    private static int EndOfPlaceholder(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && (char.IsAsciiLetterLower(text[end]) || (end > at + 1 && (char.IsAsciiDigit(text[end]) || text[end] == '-'))))
        {
            end++;
        }

        var single = (at == 0 || text[at - 1] != '{') && (end + 1 >= text.Length || text[end + 1] != '}');
        return single && end > at + 1 && end < text.Length && text[end] == '}' ? end : -1;
    }
}
