using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Platforms.GitHub;

/// <summary>Diagnostics of the GitHub emitter alone (PK31xx). Each has a page in <c>docs/reference/diagnostics/</c>.</summary>
public static class GitHubDiagnostics
{
    /// <summary>A script holds the opening of a GitHub expression.</summary>
    public static readonly DiagnosticDescriptor ExpressionInScript = new("PK3101", "a script holds a GitHub expression", Severity.Error);

    /// <summary>A trigger's glob with <c>?</c>, which GitHub's filters do not have.</summary>
    public static readonly DiagnosticDescriptor QuestionMarkInFilter = new("PK3102", "a filter is narrower on GitHub", Severity.Warning);

    /// <summary>A job that must never be cancelled also runs on pull requests, where a newer push cancels the whole run.</summary>
    public static readonly DiagnosticDescriptor CancelledWithItsRun = new("PK3103", "a job can be cancelled with its run", Severity.Warning);

    /// <summary>A job, matrix axis or variable has a name that means something else on GitHub.</summary>
    public static readonly DiagnosticDescriptor ReservedName = new("PK3104", "a name is taken or not allowed on GitHub", Severity.Error);

    /// <summary>All of them, by code.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } = [ExpressionInScript, QuestionMarkInFilter, CancelledWithItsRun, ReservedName];
}
