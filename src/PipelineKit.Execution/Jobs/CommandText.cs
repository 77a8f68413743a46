namespace PipelineKit.Execution.Jobs;

/// <summary>Commands as text for people, and scripts as commands.</summary>
internal static class CommandText
{
    private const string StopOnErrors = "$ErrorActionPreference = 'stop'\n";
    private const string EndWithLastCode = "\nif ((Test-Path -LiteralPath variable:LASTEXITCODE)) { exit $LASTEXITCODE }";

    /// <summary>The argument list as one would type it; only ever shown.</summary>
    public static string Of(IEnumerable<string> argv) => string.Join(' ', argv.Select(Quote));

    /// <summary>The shell with the options that the CI platforms use: the first failing command ends it.</summary>
    public static IReadOnlyList<string> ForScript(string script, string? shell) => (shell ?? "sh") switch
    {
        "bash" => ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        "pwsh" => ["pwsh", "-NoProfile", "-NonInteractive", "-Command", StopOnErrors + script + EndWithLastCode],
        var name => [name, "-e", "-c", script],
    };

    private static string Quote(string argument) =>
        argument.Length > 0 && argument.All(c => char.IsAsciiLetterOrDigit(c) || "-_./:=@%+,".Contains(c, StringComparison.Ordinal))
            ? argument
            : "'" + argument.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
