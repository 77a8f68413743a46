using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Generation;

/// <summary>Problems with files that are written or compared (PK4xxx).</summary>
public static class OutputDiagnostics
{
    /// <summary>A file is in the way that was not made from the spec.</summary>
    public static readonly DiagnosticDescriptor ForeignFile = new("PK4001", "a file that is not ours is in the way", Severity.Error);

    /// <summary>A generated file was changed by hand.</summary>
    public static readonly DiagnosticDescriptor EditedByHand = new("PK4002", "a generated file was edited by hand", Severity.Error);

    /// <summary>A path leads out of the repository or through a symbolic link.</summary>
    public static readonly DiagnosticDescriptor UnsafePath = new("PK4003", "an output path is not safe", Severity.Error);

    /// <summary>The file system refused.</summary>
    public static readonly DiagnosticDescriptor CannotWrite = new("PK4004", "a file cannot be read or written", Severity.Error);

    /// <summary>A file was generated before and is not any more.</summary>
    public static readonly DiagnosticDescriptor NoLongerGenerated = new("PK4005", "a file is no longer generated", Severity.Warning);

    /// <summary>A file of the user's lacks a line that is needed.</summary>
    public static readonly DiagnosticDescriptor LineToAdd = new("PK4006", "a line has to be added by hand", Severity.Info);

    /// <summary>A tool manifest cannot be extended.</summary>
    public static readonly DiagnosticDescriptor ManifestUnreadable = new("PK4007", "the tool manifest cannot be extended", Severity.Error);

    /// <summary>The lock file cannot be read.</summary>
    public static readonly DiagnosticDescriptor LockUnreadable = new("PK4008", "the lock file cannot be read", Severity.Error);

    /// <summary>Two outputs with one path.</summary>
    public static readonly DiagnosticDescriptor PathCollision = new("PK4009", "two outputs have the same path", Severity.Error);

    /// <summary>A patch names a path that does not exist.</summary>
    public static readonly DiagnosticDescriptor PatchTarget = new("PK4010", "a patch does not fit", Severity.Error);

    /// <summary>A patch changes what the platforms must do alike.</summary>
    public static readonly DiagnosticDescriptor PatchBreaksParity = new("PK4011", "a patch breaks parity", Severity.Error);

    /// <summary>A patched file fails the audit that every generated file passes.</summary>
    public static readonly DiagnosticDescriptor PatchedFileUnsafe = new("PK4012", "a patched file fails the audit", Severity.Error);

    /// <summary>Interrupted writing was finished or taken back.</summary>
    public static readonly DiagnosticDescriptor Recovered = new("PK4013", "an interrupted run was put right", Severity.Info);

    /// <summary>A run was cut off, and nothing has cleared its traces away yet.</summary>
    public static readonly DiagnosticDescriptor Interrupted = new("PK4014", "an earlier run was interrupted", Severity.Warning);

    /// <summary>Another run writes to the same repository.</summary>
    public static readonly DiagnosticDescriptor WriterBusy = new("PK4015", "another run is writing here", Severity.Error);

    /// <summary>All descriptors of this family.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        ForeignFile, EditedByHand, UnsafePath, CannotWrite, NoLongerGenerated, LineToAdd, ManifestUnreadable, LockUnreadable, PathCollision,
        PatchTarget, PatchBreaksParity, PatchedFileUnsafe, Recovered, Interrupted, WriterBusy,
    ];
}
