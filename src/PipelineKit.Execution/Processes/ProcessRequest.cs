namespace PipelineKit.Execution.Processes;

/// <summary>What to start. No shell comes between: the arguments arrive as they are.</summary>
/// <param name="Program">Name or path.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Directory">Full path of the folder it runs in.</param>
internal sealed record ProcessRequest(string Program, IReadOnlyList<string> Arguments, string Directory)
{
    /// <summary>Variables on top of those of the run.</summary>
    public IReadOnlyDictionary<string, string> Env { get; init; } = new Dictionary<string, string>();

    /// <summary>Full path of the file that receives standard output, or null.</summary>
    public string? StdoutFile { get; init; }
}
