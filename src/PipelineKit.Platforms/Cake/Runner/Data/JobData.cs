namespace PipelineKitRunner;

/// <summary>One job as the data section writes it. Folders are relative to the repository root, paths in commands to <see cref="Directory"/>.</summary>
internal sealed record JobData
{
    public string? Stage { get; init; }
    public string? Title { get; init; }
    public string Phase { get; init; } = "check";
    public string? Project { get; init; }
    public string Directory { get; init; } = ".";
    public TimeSpan Timeout { get; init; } = TimeSpan.FromHours(1);
    public bool Gate { get; init; } = true;
    public bool AllowFailure { get; init; }

    /// <summary>Runs only when it is asked for by name: tags, schedules, buttons.</summary>
    public bool OnRequest { get; init; }
    public bool Publishes { get; init; }

    /// <summary>Environment that a person has to approve at a terminal.</summary>
    public string? Approval { get; init; }

    /// <summary>Operating system it needs when that is not Linux: windows or macos.</summary>
    public string? Os { get; init; }

    /// <summary>Operation of the CI platform that has no counterpart here.</summary>
    public string? Platform { get; init; }
    public string? Pages { get; init; }
    public string[] Needs { get; init; } = [];
    public bool NeedsGate { get; init; }
    public string[] Locks { get; init; } = [];
    public Dictionary<string, string[]> Matrix { get; } = [];
    public Dictionary<string, string>[] MatrixExclude { get; init; } = [];
    public Dictionary<string, string> Primary { get; } = [];
    public bool FailFast { get; init; }
    public Dictionary<string, Value> Toolchains { get; } = [];
    public Dictionary<string, ServiceData> Services { get; } = [];
    public Dictionary<string, Value> Env { get; } = [];
    public Value[][] Install { get; init; } = [];
    public string[] InstallInputs { get; init; } = [];

    /// <summary>Globs of the files that the job depends on; empty means every file of the repository.</summary>
    public string[] Paths { get; init; } = [];

    /// <summary>Files and folders that must exist afterwards.</summary>
    public string[] Artifacts { get; init; } = [];

    /// <summary>Files and folders that are kept when they exist.</summary>
    public string[] OptionalArtifacts { get; init; } = [];

    /// <summary>Folder of its reports, made before its first command; null where it declares none.</summary>
    public string? Reports { get; init; }
    public CommandData[] Run { get; init; } = [];
}
