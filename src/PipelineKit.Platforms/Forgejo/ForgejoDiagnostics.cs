using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Platforms.Forgejo;

/// <summary>Diagnostics of the Forgejo emitter alone (PK34xx). Each has a page in <c>docs/reference/diagnostics/</c>.</summary>
public static class ForgejoDiagnostics
{
    /// <summary>A job asks for Windows or macOS, and the spec names no label for it.</summary>
    public static readonly DiagnosticDescriptor RunnerMissing = new("PK3401", "no runner is known for a system", Severity.Error);

    /// <summary>A job that the forge cannot run, and that decides nothing.</summary>
    public static readonly DiagnosticDescriptor JobLeftOut = new("PK3402", "a job is left out on the forge", Severity.Warning);

    /// <summary>A job that the forge cannot run, though the quality gate counts it.</summary>
    public static readonly DiagnosticDescriptor GateNotWhole = new("PK3403", "the quality gate would miss a job", Severity.Error);

    /// <summary>Artifacts and reports stay in the container.</summary>
    public static readonly DiagnosticDescriptor NothingKept = new("PK3404", "artifacts and reports are not kept", Severity.Info);

    /// <summary>Keys that some forges read and some ignore.</summary>
    public static readonly DiagnosticDescriptor KeysIgnored = new("PK3405", "some forges ignore a key", Severity.Info);

    /// <summary>A job that runs in a merge queue only.</summary>
    public static readonly DiagnosticDescriptor NeverRuns = new("PK3406", "a job never runs on the forge", Severity.Warning);

    /// <summary>The name of an environment is not written.</summary>
    public static readonly DiagnosticDescriptor EnvironmentIgnored = new("PK3407", "an environment is not written", Severity.Warning);

    /// <summary>A toolchain's set-up needs more than a plain image.</summary>
    public static readonly DiagnosticDescriptor ImageNeeded = new("PK3408", "a toolchain needs another image", Severity.Warning);

    /// <summary>A job that may fail turns the run red.</summary>
    public static readonly DiagnosticDescriptor FailureShown = new("PK3409", "a failure that is allowed fails the run", Severity.Warning);

    /// <summary>All of them, by code.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
        [RunnerMissing, JobLeftOut, GateNotWhole, NothingKept, KeysIgnored, NeverRuns, EnvironmentIgnored, ImageNeeded, FailureShown];
}
