using System.Globalization;
using System.Text.RegularExpressions;
using PipelineKit.Parity.Tests.Reading;

namespace PipelineKit.Parity.Tests.Posix;

/// <summary>What a line makes of a failure of its command.</summary>
internal enum Failure
{
    /// <summary>Nothing is said: the shell stops.</summary>
    Stops,

    /// <summary><c>|| failed=1</c>.</summary>
    IsNoted,

    /// <summary><c>|| true</c>.</summary>
    IsIgnored,

    /// <summary><c>|| case $? in 1) ;; *) exit $? ;; esac</c>.</summary>
    PassesForCodes,
}

/// <summary>One simple command: words, where its output goes, and what follows a failure. Anything else is not read as a command.</summary>
internal sealed partial record CommandLine(IReadOnlyList<ShellWord> Words, string? Stdout, Failure Failure, IReadOnlyList<int> Codes)
{
    private static readonly HashSet<string> Syntax = new(StringComparer.Ordinal)
    {
        "case", "do", "done", "elif", "else", "esac", "fi", "for", "if", "in", "then", "until", "while", "{", "}", "!",
    };

    /// <summary>The lines of a text as commands; null where one is not a simple command.</summary>
    public static IReadOnlyList<CommandLine>? ReadAll(string text)
    {
        var lines = new List<CommandLine>();
        var tokens = new List<ShellToken>();
        foreach (var token in WordSplitter.Split(text).Append(ShellToken.LineEnd))
        {
            if (!token.IsLineEnd)
            {
                tokens.Add(token);
            }
            else if (tokens.Count > 0)
            {
                if (Read(tokens) is not { } line)
                {
                    return null;
                }

                lines.Add(line);
                tokens.Clear();
            }
        }

        return lines;
    }

    /// <summary>The one command of a line.</summary>
    public static CommandLine ReadOne(string text) =>
        ReadAll(text) is [var line] ? line : throw new UnreadableException($"not one simple command: {text}");

    /// <summary>True: nothing but words.</summary>
    public bool IsBare => Stdout is null && Failure == Failure.Stops;

    /// <summary>The words with single blanks between them; variables as <c>$NAME</c>.</summary>
    public string Text => string.Join(' ', Words.Select(word => word.Text));

    private static CommandLine? Read(List<ShellToken> tokens)
    {
        var words = tokens.TakeWhile(token => token.Word is not null).Select(token => token.Word!).ToList();
        var rest = tokens.Skip(words.Count).ToList();
        if (words.Count == 0 || words.Any(word => word.IsExpanded) || Syntax.Contains(words[0].Source) || Assignments().IsMatch(words[0].Source))
        {
            return null;
        }

        string? file = null;
        if (rest is [{ Operator: ">" }, { Word: { IsExpanded: false } target }, ..])
        {
            file = target.Text.StartsWith("./-", StringComparison.Ordinal) ? target.Text[2..] : target.Text;
            rest.RemoveRange(0, 2);
        }

        var (failure, codes) = AfterFailure(string.Join(' ', rest.Select(token => token.Source)));
        return failure is null ? null : new CommandLine(words, file, failure.Value, codes);
    }

    private static (Failure? Failure, IReadOnlyList<int> Codes) AfterFailure(string rest) => rest switch
    {
        "" => (Posix.Failure.Stops, []),
        "|| failed=1" => (Posix.Failure.IsNoted, []),
        "|| true" => (Posix.Failure.IsIgnored, []),
        _ when Passing().Match(rest) is { Success: true } match => (Posix.Failure.PassesForCodes, ToCodes(match.Groups[1].Value)),
        _ => (null, []),
    };

    /// <summary>Exit codes of a pattern <c>1 | 3</c>.</summary>
    public static IReadOnlyList<int> ToCodes(string pattern) => [.. pattern.Split(" | ").Select(code => int.Parse(code, CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"^\|\| case \$\? in (\d+(?: \| \d+)*) \) ;; \* \) exit \$\? ;; esac$", RegexOptions.CultureInvariant)]
    private static partial Regex Passing();

    [GeneratedRegex(@"^\w+=", RegexOptions.CultureInvariant)]
    private static partial Regex Assignments();
}
