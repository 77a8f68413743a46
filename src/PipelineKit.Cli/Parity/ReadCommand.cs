using PipelineKit.Core.Model;

namespace PipelineKit.Cli.Parity;

/// <summary>One command as it was read back: an argument list, or a script with its shell.</summary>
/// <param name="Words">The arguments; of a script none.</param>
internal sealed record ReadCommand(IReadOnlyList<Word> Words)
{
    /// <summary>Text of a script without the line end behind it, or null.</summary>
    public string? Script { get; init; }

    /// <summary>Shell of the script.</summary>
    public string? Shell { get; init; }

    /// <summary>File that receives its output, or null.</summary>
    public string? Stdout { get; init; }

    /// <summary>It also runs after a failure.</summary>
    public bool Always { get; init; }

    /// <summary>True when it is this command of the model.</summary>
    public bool IsOf(Command command) =>
        Script is null && Stdout == command.Stdout && Words.Count == command.Argv.Count
        && Words.Zip(command.Argv).All(pair => pair.Second is not LiteralValue literal || pair.First.ToString() == new Word(literal.Text).ToString());

    /// <summary>Everything that must be equal, one part per element; what a difference is told by.</summary>
    public IReadOnlyList<string> Parts =>
    [
        .. Script is null ? Words.Select(w => w.ToString()) : [$"script ({Shell}): {Script}"],
        .. Stdout is null ? [] : new[] { $"> {Stdout}" },
        .. Always ? ["(always)"] : Array.Empty<string>(),
    ];

    /// <summary>One line for people.</summary>
    public string Text => string.Join(' ', Parts).Replace("\n", "\\n", StringComparison.Ordinal);
}

/// <summary>The jobs of one platform's text.</summary>
/// <param name="Platform"><c>github</c>, <c>gitlab</c> or <c>cake</c>.</param>
/// <param name="Jobs">Commands by job: the install, what decides, what always runs.</param>
internal sealed record ReadOutput(string Platform, IReadOnlyDictionary<string, IReadOnlyList<ReadCommand>> Jobs)
{
    /// <summary>Jobs whose comment says that a patch broke parity on purpose, with the reason.</summary>
    public IReadOnlyDictionary<string, string> Broken { get; init; } = new Dictionary<string, string>();

    /// <summary>Jobs that a platform makes itself.</summary>
    public static bool IsOwn(string id) => id is "quality-gate" or "changes" or "code-scanning";

    /// <summary>Commands that always run stand last, as GitLab and Cake run them.</summary>
    public static IReadOnlyList<ReadCommand> InOrder(IEnumerable<ReadCommand> commands) => [.. commands.OrderBy(c => c.Always ? 1 : 0)];
}
