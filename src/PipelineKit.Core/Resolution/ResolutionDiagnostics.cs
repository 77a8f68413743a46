using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Resolution;

/// <summary>Problems that show only when the stage documents of a whole spec are put together (PK25xx).</summary>
public static class ResolutionDiagnostics
{
    /// <summary>Two jobs with one id.</summary>
    public static readonly DiagnosticDescriptor JobIdCollision = new("PK2501", "two jobs have the same id", Severity.Error);

    /// <summary>A need names no job.</summary>
    public static readonly DiagnosticDescriptor UnknownNeed = new("PK2502", "a need names no job", Severity.Error);

    /// <summary>Needs form a cycle.</summary>
    public static readonly DiagnosticDescriptor NeedsCycle = new("PK2503", "needs form a cycle", Severity.Error);

    /// <summary>No data file for a toolchain.</summary>
    public static readonly DiagnosticDescriptor UnknownToolchain = new("PK2504", "unknown toolchain", Severity.Error);

    /// <summary>A version is asked to be pinned, but the pin table has none.</summary>
    public static readonly DiagnosticDescriptor MissingPin = new("PK2505", "no pinned version", Severity.Error);

    /// <summary>No data file for a service, or an alias that the document does not define.</summary>
    public static readonly DiagnosticDescriptor UnknownService = new("PK2506", "unknown service", Severity.Error);

    /// <summary>No data file for a registry.</summary>
    public static readonly DiagnosticDescriptor UnknownRegistry = new("PK2507", "unknown registry", Severity.Error);

    /// <summary>An artifact that no needed job makes.</summary>
    public static readonly DiagnosticDescriptor UnknownArtifact = new("PK2508", "unknown artifact", Severity.Error);

    /// <summary>An install that the document does not define.</summary>
    public static readonly DiagnosticDescriptor UnknownInstall = new("PK2509", "unknown install", Severity.Error);

    /// <summary>Two support files with one path and different contents.</summary>
    public static readonly DiagnosticDescriptor FileCollision = new("PK2510", "two stages write the same support file differently", Severity.Error);

    /// <summary>A value names a matrix axis or variable that the job does not have.</summary>
    public static readonly DiagnosticDescriptor UnknownReference = new("PK2511", "a value refers to nothing", Severity.Error);

    /// <summary>A support file has a name that this program uses itself.</summary>
    public static readonly DiagnosticDescriptor ReservedFile = new("PK2512", "a support file has a name that is not free", Severity.Error);

    /// <summary>A text of a template's job is not what its place takes.</summary>
    public static readonly DiagnosticDescriptor UnsafeText = new("PK2513", "a text does not fit its place", Severity.Error);

    /// <summary>All descriptors of this family.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        JobIdCollision, UnknownNeed, NeedsCycle, UnknownToolchain, MissingPin, UnknownService, UnknownRegistry, UnknownArtifact, UnknownInstall,
        FileCollision, UnknownReference, ReservedFile, UnsafeText,
    ];
}
