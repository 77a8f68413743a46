namespace PipelineKit.Core.Model;

/// <summary>One command of a job: an argument list, or a marked script.</summary>
public sealed record Command
{
    /// <summary>Short plain-text name, shown as the step's name.</summary>
    public required string Name { get; init; }

    /// <summary>Program and arguments; empty when <see cref="Script"/> is used.</summary>
    public IReadOnlyList<Value> Argv { get; init; } = [];

    /// <summary>Script text, or null. No value of a spec can stand in it.</summary>
    public string? Script { get; init; }

    /// <summary><c>sh</c>, <c>bash</c> or <c>pwsh</c>; only with <see cref="Script"/>.</summary>
    public string? Shell { get; init; }

    /// <summary>Exit codes that mean "found something"; any other non-zero code means that the tool broke.</summary>
    public IReadOnlyList<int> Findings { get; init; } = [];

    /// <summary>What a failure of this command does to the rest of the job.</summary>
    public OnFailure OnFailure { get; init; }

    /// <summary>File that receives standard output, relative to the project's folder, or null.</summary>
    public string? Stdout { get; init; }

    /// <summary>True: the program makes the folders of the files that it writes.</summary>
    public bool MakesFolders { get; init; }

    /// <summary>True: runs also after a failure, and never decides the job's result.</summary>
    public bool Always { get; init; }

    /// <summary>Kind of the report that is all this command is for, or null. It stands only where somebody reads the kind (see Resolution.Readers).</summary>
    public ReportKind? Makes { get; init; }
}

/// <summary>What a failing command does to the rest of its job.</summary>
public enum OnFailure
{
    /// <summary>The job stops and fails.</summary>
    Stop,

    /// <summary>The other commands still run, then the job fails.</summary>
    Later,

    /// <summary>Findings are only reported; the job fails (and stops) only when the tool broke.</summary>
    Report,
}
