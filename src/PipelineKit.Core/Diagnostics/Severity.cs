namespace PipelineKit.Core.Diagnostics;

/// <summary>How much a diagnostic weighs. Only <see cref="Error"/> changes an exit code.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing has to be done in the repository (for example a setting of the platform).</summary>
    Info,

    /// <summary>Works, but probably not as meant.</summary>
    Warning,

    /// <summary>Nothing is written until this is mended.</summary>
    Error,
}
