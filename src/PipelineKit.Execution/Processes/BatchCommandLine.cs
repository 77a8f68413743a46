using System.Text;

namespace PipelineKit.Execution.Processes;

/// <summary>
/// The command line for a <c>.cmd</c> or <c>.bat</c> file. Windows hands these to cmd.exe, whose rules for quotes are not those of
/// programs: everything is quoted, quotes are doubled, and % is broken up with an empty substring so that no variable is expanded.
/// </summary>
internal static class BatchCommandLine
{
    public static bool IsBatch(string path) =>
        path.EndsWith(".cmd", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".bat", StringComparison.OrdinalIgnoreCase);

    /// <summary>Arguments for cmd.exe as one text: extensions on, delayed expansion off, no AutoRun, then the quoted call.</summary>
    /// <exception cref="ArgumentException">An argument holds a line break or NUL, which cmd.exe cannot be given.</exception>
    public static string Make(string batchFile, IEnumerable<string> arguments)
    {
        var text = new StringBuilder("/e:ON /v:OFF /d /c \"\"").Append(Checked(batchFile).Replace("%", Percent, StringComparison.Ordinal)).Append('"');
        foreach (var argument in arguments)
        {
            Append(text.Append(' '), Checked(argument));
        }

        return text.Append('"').ToString();
    }

    private const string Percent = "%%cd:~,%";

    private static void Append(StringBuilder text, string argument)
    {
        text.Append('"');
        var backslashes = 0;
        foreach (var character in argument)
        {
            // A program that the batch file calls would read \" as a quote: backslashes before one are doubled.
            text = character switch
            {
                '%' => text.Append(Percent),
                '"' => text.Append('\\', backslashes).Append("\"\""),
                _ => text.Append(character),
            };
            backslashes = character == '\\' ? backslashes + 1 : 0;
        }

        text.Append('\\', backslashes).Append('"');
    }

    private static string Checked(string text) =>
        text.AsSpan().IndexOfAny('\r', '\n', '\0') < 0
            ? text
            : throw new ArgumentException("a batch file cannot be given an argument with a line break or NUL: " + text.Replace("\n", "\\n", StringComparison.Ordinal));
}
