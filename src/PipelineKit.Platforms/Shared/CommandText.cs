using System.Globalization;
using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.Shared;

/// <summary>Shell text of one command: the parts that every platform with a POSIX shell writes alike.</summary>
internal static class CommandText
{
    /// <summary>The command line, with its redirection. Only for argument lists.</summary>
    public static string Line(Command command) =>
        ShellWords.Line(command.Argv) + (command.Stdout is { } file ? " > " + ShellWords.File(file) : "");

    /// <summary>The line that makes the folder of <see cref="Command.Stdout"/>, or null.</summary>
    /// <param name="command">The command.</param>
    /// <param name="made">A folder that is there already (see <see cref="ReportsFolder"/>), or null.</param>
    public static string? MakeFolder(Command command, string? made = null) =>
        command.Stdout?.LastIndexOf('/') is { } slash and > 0 && !string.Equals(command.Stdout[..slash], made, StringComparison.Ordinal)
            ? MakeFolder(command.Stdout[..slash])
            : null;

    /// <summary>The line that makes a folder and those above it.</summary>
    public static string MakeFolder(string folder) => "mkdir -p " + ShellWords.File(folder);

    /// <summary>
    /// What follows a command whose findings are only reported: passes for these exit codes and keeps any other one.
    /// Empty when the command has none or its failure decides.
    /// </summary>
    public static string AfterReport(Command command) =>
        command.OnFailure == OnFailure.Report && command.Findings.Count > 0
            ? $" || case $? in {Codes(command)}) ;; *) exit $? ;; esac"
            : "";

    /// <summary>
    /// The whole of a script for sh or bash, with LF line ends and a final one. A redirection moves the shell's own output, and findings that
    /// are only reported are judged when the shell ends: both leave <c>set -e</c> in force inside the script, which a group in a list would not.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="made">A folder that is there already, or null.</param>
    public static string Script(Command command, string? made = null)
    {
        var text = (command.Script ?? "").ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        var lines = new List<string>();
        if (command.OnFailure == OnFailure.Report && command.Findings.Count > 0)
        {
            lines.Add($"trap 'case $? in {Codes(command)}) exit 0 ;; esac' EXIT");
        }

        if (MakeFolder(command, made) is { } folder)
        {
            lines.Add(folder);
        }

        if (command.Stdout is { } file)
        {
            lines.Add("exec > " + ShellWords.File(file));
        }

        return string.Concat(lines.Select(line => line + "\n")) + text;
    }

    /// <summary>The exit codes that mean findings, as decimal numbers.</summary>
    public static IReadOnlyList<string> Findings(Command command)
    {
        var codes = new List<string>(command.Findings.Count);
        foreach (var code in command.Findings)
        {
            codes.Add(code.ToString(CultureInfo.InvariantCulture));
        }

        return codes;
    }

    private static string Codes(Command command) => string.Join(" | ", Findings(command));
}
