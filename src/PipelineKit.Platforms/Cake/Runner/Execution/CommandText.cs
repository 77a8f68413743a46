namespace PipelineKitRunner;

/// <summary>Commands as text for people, and scripts as commands.</summary>
internal static class CommandText
{
    /// <summary>The argument list as one would type it; only ever shown.</summary>
    public static string Of(IReadOnlyList<string> argv) => string.Join(' ', argv.Select(Quote));

    /// <summary>The shell with the options that the CI platforms use: the first failing command ends it.</summary>
    public static IReadOnlyList<string> ForScript(ScriptData script) => script.Shell switch
    {
        "bash" => ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script.Text],
        "pwsh" => ["pwsh", "-NoProfile", "-NonInteractive", "-Command", "$ErrorActionPreference = 'stop'\n" + script.Text + "\nif ((Test-Path -LiteralPath variable:LASTEXITCODE)) { exit $LASTEXITCODE }"],
        _ => [script.Shell, "-e", "-c", script.Text],
    };

    private static string Quote(string argument) =>
        argument.Length > 0 && argument.All(c => char.IsAsciiLetterOrDigit(c) || "-_./:=@%+,".Contains(c, StringComparison.Ordinal))
            ? argument
            : "'" + argument.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
