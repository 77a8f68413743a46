namespace PipelineKit.Cli.Hosting;

/// <summary>Everything a command may know about the world outside, so that tests can run it in process.</summary>
public sealed record CliEnvironment
{
    /// <summary>Data: what somebody would pipe on.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Everything else: progress, diagnostics, hints.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Answers to questions; read only when <see cref="IsInteractive"/>.</summary>
    public required TextReader In { get; init; }

    /// <summary>Folder the command was started in.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>True when a person sits at the other end of input and output.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>True when standard output is a terminal that tables can be drawn on; without colour where <see cref="ColourOut"/> says so.</summary>
    public bool TerminalOut { get; init; }

    /// <summary>True when standard error is a terminal on which progress can be drawn.</summary>
    public bool TerminalError { get; init; }

    /// <summary>True when standard output may be coloured.</summary>
    public bool ColourOut { get; init; }

    /// <summary>True when standard error may be coloured.</summary>
    public bool ColourError { get; init; }

    /// <summary>Environment variables.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>Today, in UTC.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The environment of the running process. NO_COLOR (no-color.org) takes colour away and nothing else; TERM=dumb also what is drawn.</summary>
    public static CliEnvironment OfProcess()
    {
        var noColour = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        var dumb = Environment.GetEnvironmentVariable("TERM") == "dumb";
        var (terminalOut, terminalError) = (!dumb && !Console.IsOutputRedirected, !dumb && !Console.IsErrorRedirected);
        var interactive = !Console.IsInputRedirected && !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));
        return new CliEnvironment
        {
            Out = Plain(Console.OpenStandardOutput()),
            Error = Plain(PatientStream.Around(Console.OpenStandardError())),
            In = interactive ? Console.In : TextReader.Null,
            WorkingDirectory = Environment.CurrentDirectory,
            IsInteractive = interactive,
            TerminalOut = terminalOut,
            TerminalError = terminalError,
            ColourOut = terminalOut && !noColour,
            ColourError = terminalError && !noColour,
            Variable = Environment.GetEnvironmentVariable,
            Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime),
        };
    }

    // UTF-8 and LF on every system, so that a pipe gets the same bytes everywhere.
    private static StreamWriter Plain(Stream stream) => new(stream, new System.Text.UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };
}
