namespace PipelineKit.Core.Model;

/// <summary>A file for machines or people that a job leaves behind. The emitter alone knows who can read a kind; none is dropped.</summary>
/// <param name="Kind">Format of the file.</param>
/// <param name="Path">File, relative to the repository root; may hold <c>*</c> and <c>**</c>.</param>
public sealed record Report(ReportKind Kind, string Path)
{
    /// <summary>Regular expression over the job's log whose first group is the coverage in per cent (GitLab's <c>coverage:</c>), or null.</summary>
    public string? Line { get; init; }

    /// <summary>Name of the tool (SARIF).</summary>
    public string? Tool { get; init; }

    /// <summary>Category of the run (SARIF); default is the job id.</summary>
    public string? Category { get; init; }
}

/// <summary>Format of a report.</summary>
public enum ReportKind
{
    /// <summary>JUnit XML test results.</summary>
    Junit,

    /// <summary>Cobertura XML coverage.</summary>
    Cobertura,

    /// <summary>SARIF 2.1.0.</summary>
    Sarif,

    /// <summary>Code Climate JSON array as GitLab reads it.</summary>
    Codequality,

    /// <summary>GitLab's own security report format.</summary>
    Sast,

    /// <summary>CycloneDX SBOM.</summary>
    Cyclonedx,

    /// <summary>Markdown for the job's summary page.</summary>
    Summary,

    /// <summary>A folder of web pages.</summary>
    Html,

    /// <summary>Any other file worth keeping.</summary>
    Other,
}
