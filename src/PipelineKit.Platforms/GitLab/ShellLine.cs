using PipelineKit.Core.Model;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitLab;

/// <summary>One command of a job as a line for the job's shell.</summary>
internal static class ShellLine
{
    // What other platforms put around a PowerShell script: stop at the first error, end with the last program's exit code.
    private const string PowerShellStart = "$ErrorActionPreference = 'stop'\n";
    private const string PowerShellEnd = "\nif (Test-Path -LiteralPath variable:LASTEXITCODE) { exit $LASTEXITCODE }";

    /// <summary>The line with its redirection, without what follows a failure.</summary>
    public static string Of(Command command) => command.Script is { } script
        ? Shell(command.Shell, script.ReplaceLineEndings("\n").TrimEnd('\n')) + Redirection(command)
        : CommandText.Line(command);

    // A shell of its own: `exit`, `cd` and `set` in a script must not reach the lines behind it.
    private static string Shell(string? shell, string script) => shell switch
    {
        "bash" => "bash -eo pipefail -c " + ShellWords.Quote(script),
        "pwsh" => "pwsh -NoProfile -NonInteractive -Command " + ShellWords.Quote(PowerShellStart + script + PowerShellEnd),
        _ => "sh -ec " + ShellWords.Quote(script),
    };

    private static string Redirection(Command command) => command.Stdout is { } file ? " > " + ShellWords.File(file) : "";
}
