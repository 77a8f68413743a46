using System.Text;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.Shared;

/// <summary>
/// Turns an argument list into one command line of a POSIX shell that gives the program exactly these arguments
/// (POSIX.1-2024, Shell Command Language, section 2.2 Quoting). Nothing of a literal is ever expanded.
/// </summary>
internal static class ShellWords
{
    // Words that a shell takes for syntax where a command is expected (POSIX section 2.4, and what bash adds).
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "case", "do", "done", "elif", "else", "esac", "fi", "for", "if", "in", "then", "until", "while",
        "coproc", "function", "select", "time", "namespace",
    };

    /// <summary>The whole command line.</summary>
    public static string Line(IReadOnlyList<Value> argv) =>
        string.Join(' ', argv.Select((value, at) => at == 0 ? Program(value) : Word(value)));

    /// <summary>One argument: a literal, or the one place where a variable is read, always in double quotes.</summary>
    public static string Word(Value value) => value switch
    {
        LiteralValue literal => Quote(literal.Text),
        MatrixValue matrix => Variable(EnvNames.OfAxis(matrix.Axis)),
        EnvReference reference => Variable(reference.Name),
        _ => throw new ArgumentException($"A {value.GetType().Name} cannot be an argument.", nameof(value)),
    };

    /// <summary>A literal word: bare where no shell reads anything into it, else in single quotes.</summary>
    public static string Quote(string text) =>
        text.Length > 0 && IsSafe(text) ? text : InQuotes(text);

    /// <summary>A file to create or write: like <see cref="Quote"/>, and never mistaken for an option.</summary>
    public static string File(string path) => Quote(path.StartsWith('-') ? "./" + path : path);

    /// <summary>A pattern whose <c>*</c> the shell expands while everything else in it is literal (<c>**</c> needs bash with <c>globstar</c>).</summary>
    public static string Pattern(string glob) =>
        string.Join('*', glob.Split('*').Select(part => part.Length == 0 ? "" : Quote(part)));

    private static bool IsSafe(string text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '@' or '%' or '+' or '=' or ':' or ',' or '.' or '/' or '-'))
            {
                return false;
            }
        }

        return true;
    }

    private static string Variable(string name) => $"\"${name}\"";

    // In front, NAME=value would be an assignment and a reserved word would be syntax.
    private static string Program(Value value) =>
        value is LiteralValue { Text: var text } && (text.Contains('=', StringComparison.Ordinal) || Reserved.Contains(text))
            ? InQuotes(text)
            : Word(value);

    private static string InQuotes(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('\'');
        for (var at = 0; at < text.Length; at++)
        {
            var rune = Rune.TryGetRuneAt(text, at, out var found) ? found : Rune.ReplacementChar;
            at += rune.Utf16SequenceLength - 1;
            _ = rune.Value switch
            {
                '\'' => quoted.Append(@"'\''"),
                // GitHub reads its expressions before the shell reads anything: the two halves may not touch.
                '$' when text.AsSpan(at + 1).StartsWith("{{", StringComparison.Ordinal) => quoted.Append("$''"),
                _ when HasNoSafeSpelling(rune) => quoted.Append("'\"$(printf '").Append(Octal(rune)).Append("')\"'"),
                _ => quoted.Append(rune.ToString()),
            };
        }

        return quoted.Append('\'').ToString();
    }

    // Characters that YAML readers normalise or that a reviewer does not see; a line feed is fine inside quotes.
    private static bool HasNoSafeSpelling(Rune rune) => rune.Value != '\n' && HiddenText.IsHidden(rune);

    private static string Octal(Rune rune)
    {
        Span<byte> bytes = stackalloc byte[4];
        var text = new StringBuilder();
        foreach (var value in bytes[..rune.EncodeToUtf8(bytes)])
        {
            text.Append('\\').Append(Convert.ToString(value, 8).PadLeft(3, '0'));
        }

        return text.ToString();
    }
}
