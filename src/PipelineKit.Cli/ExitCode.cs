namespace PipelineKit.Cli;

/// <summary>The exit codes of every command.</summary>
public static class ExitCode
{
    /// <summary>Everything is as it should be.</summary>
    public const int Ok = 0;

    /// <summary>Problems were found: errors in the spec, drift, a failed stage.</summary>
    public const int ProblemsFound = 1;

    /// <summary>The command line was not understood.</summary>
    public const int Usage = 2;

    /// <summary>The command could not do its work: a file that cannot be read or written, a bug.</summary>
    public const int Failure = 3;
}
