using System.Text.RegularExpressions;

namespace PipelineKit.Cli.Parity;

/// <summary>One simple command of a POSIX shell with what the outputs put behind it.</summary>
/// <param name="Words">The command's words.</param>
/// <param name="Stdout">File behind <c>&gt;</c>, or null.</param>
internal sealed partial record ShellLine(IReadOnlyList<Word> Words, string? Stdout)
{
    /// <summary>Words joined by blanks, unquoted.</summary>
    public string Plain => string.Join(' ', Words.Select(w => w.Text));

    /// <summary>Makes a folder and does nothing else.</summary>
    public bool MakesFolder => Stdout is null && Words is [{ Text: "mkdir" }, { Text: "-p" }, _];

    /// <summary>All lines of a text, or null when one of them is more than a simple command: then the text is a script.</summary>
    public static IReadOnlyList<ShellLine>? ReadAll(string text)
    {
        var lines = new List<ShellLine>();
        for (var rest = text; rest.Length > 0;)
        {
            if (WordReader.Read(rest) is not { } read || Tail().Match(rest[read.End..]) is not { Success: true } tail)
            {
                return null;
            }

            if (read.Line.Words.Count > 0)
            {
                lines.Add(read.Line);
            }

            rest = rest[(read.End + tail.Length)..];
        }

        return lines;
    }

    /// <summary>The only line of a text.</summary>
    /// <exception cref="UnreadableException">It is no simple command.</exception>
    public static ShellLine ReadOne(string text) => ReadAll(text) is [var line] ? line : throw new UnreadableException($"no simple command: {text}");

    // What failure means for the others: shown by `explain`, compared by the tests of the repository.
    [GeneratedRegex(@"\A(?: \|\| (?:true|failed=1|case \$\? in \d+(?: \| \d+)*\) ;; \*\) exit \$\? ;; esac))?(?:\n|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex Tail();
}
