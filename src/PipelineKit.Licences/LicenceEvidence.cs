namespace PipelineKit.Licences;

/// <summary>One step from what a package states to the expression that is judged.</summary>
/// <param name="Location">Where the step's input stands.</param>
/// <param name="Found">The input, shortened to one line.</param>
/// <param name="Rule">How it was read, e.g. <c>spelling</c>, <c>classifier</c>, <c>licence text, similarity 0.98</c>.</param>
/// <param name="Result">What it gave: an expression, or why none.</param>
public sealed record LicenceEvidence(SourceLocation Location, string Found, string Rule, string Result);
