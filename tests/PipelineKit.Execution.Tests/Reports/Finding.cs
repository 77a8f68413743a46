namespace PipelineKit.Execution.Tests.Reports;

/// <summary>What a report says about one place.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="File">File relative to the repository, with <c>/</c>.</param>
/// <param name="Line">Line from 1, or 0 for the whole file.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record Finding(string Rule, string File, int Line, string Message);
