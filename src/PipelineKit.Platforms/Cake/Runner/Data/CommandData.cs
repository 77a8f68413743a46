namespace PipelineKitRunner;

/// <summary>A command: an argument list that no shell sees, or a marked script.</summary>
internal sealed record CommandData(string Name, Value[] Argv)
{
    public CommandData(string name, string shell, string script)
        : this(name, []) => Script = new(shell, script);

    public ScriptData? Script { get; }

    /// <summary>Exit codes that mean "found something"; any other but 0 means that the tool broke.</summary>
    public int[] Findings { get; init; } = [];

    /// <summary>stop, later (run the rest, then fail) or report (fail only when the tool broke).</summary>
    public string OnFailure { get; init; } = "stop";
    public string? Stdout { get; init; }

    /// <summary>Runs after a failure too, and never decides.</summary>
    public bool Always { get; init; }
}

/// <summary>Text for a shell: sh, bash or pwsh.</summary>
internal sealed record ScriptData(string Shell, string Text);
