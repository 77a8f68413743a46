using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Platforms.GitLab;

/// <summary>Diagnostics that only GitLab gives (PK32xx). Each has a page in <c>docs/reference/diagnostics/</c>.</summary>
public static class GitLabDiagnostics
{
    /// <summary>A job id that GitLab reads as a keyword, or that hides the job.</summary>
    public static readonly DiagnosticDescriptor ReservedJobName = new("PK3201", "A job name is reserved by GitLab", Severity.Error);

    /// <summary>A job name, with its matrix values, longer than GitLab stores.</summary>
    public static readonly DiagnosticDescriptor JobNameTooLong = new("PK3202", "A job name is too long for GitLab", Severity.Error);

    /// <summary>More needs than GitLab allows; the order of the stages is used instead.</summary>
    public static readonly DiagnosticDescriptor TooManyNeeds = new("PK3203", "More needs than GitLab allows", Severity.Warning);

    /// <summary>An image whose tag can mean another image tomorrow.</summary>
    public static readonly DiagnosticDescriptor MutableImage = new("PK3204", "An image has no exact version", Severity.Error);

    /// <summary>A runner of another system than Linux is asked for without tags that select it.</summary>
    public static readonly DiagnosticDescriptor RunnerTagsMissing = new("PK3205", "A runner of this system needs tags", Severity.Error);

    /// <summary>GitLab cannot limit a report to one leaf of a matrix.</summary>
    public static readonly DiagnosticDescriptor EveryLeafReports = new("PK3206", "Every leaf of a matrix reports", Severity.Info);

    /// <summary>GitLab makes a cache key of two files at most.</summary>
    public static readonly DiagnosticDescriptor CacheKeyCut = new("PK3207", "A cache key is made of two files only", Severity.Info);

    /// <summary>GitLab has no fail-fast for a matrix.</summary>
    public static readonly DiagnosticDescriptor FailFastIgnored = new("PK3208", "A failing leaf does not stop the others", Severity.Info);

    /// <summary>An operation of the platform that no GitLab job can carry out.</summary>
    public static readonly DiagnosticDescriptor OperationMissing = new("PK3209", "An operation is not available in a GitLab job", Severity.Info);

    /// <summary>A coverage pattern that GitLab's regular expressions (RE2) do not know.</summary>
    public static readonly DiagnosticDescriptor CoveragePatternUnreadable = new("PK3210", "GitLab does not understand a coverage pattern", Severity.Warning);

    /// <summary>A dollar sign where GitLab expands variables and has no way to keep it.</summary>
    public static readonly DiagnosticDescriptor AlwaysExpanded = new("PK3211", "GitLab would expand a text", Severity.Error);

    /// <summary>GitLab waits for a service's port, not for its health command.</summary>
    public static readonly DiagnosticDescriptor PortInsteadOfHealth = new("PK3213", "A service is waited for by its port", Severity.Info);

    /// <summary>A job is left out of the pipeline while a variable is not set.</summary>
    public static readonly DiagnosticDescriptor LeftOutWithoutVariable = new("PK3214", "A job is left out while a variable is missing", Severity.Info);

    /// <summary>More path patterns than one rule of GitLab holds.</summary>
    public static readonly DiagnosticDescriptor TooManyPathPatterns = new("PK3215", "More path patterns than GitLab allows", Severity.Error);

    /// <summary>GitLab shows one coverage report per job.</summary>
    public static readonly DiagnosticDescriptor OneCoverageReport = new("PK3216", "Only one coverage report is shown", Severity.Info);

    /// <summary>A push to a branch with an open merge request starts the merge request's pipeline only.</summary>
    public static readonly DiagnosticDescriptor PushDuringMergeRequest = new("PK3217", "A push waits for a merge request", Severity.Info);

    /// <summary>All of them, by code.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        ReservedJobName, JobNameTooLong, TooManyNeeds, MutableImage, RunnerTagsMissing, EveryLeafReports, CacheKeyCut, FailFastIgnored,
        OperationMissing, CoveragePatternUnreadable, AlwaysExpanded, PortInsteadOfHealth, LeftOutWithoutVariable,
        TooManyPathPatterns, OneCoverageReport, PushDuringMergeRequest,
    ];
}
