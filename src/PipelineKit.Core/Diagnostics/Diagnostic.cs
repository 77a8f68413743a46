namespace PipelineKit.Core.Diagnostics;

/// <summary>One problem, as a value. Exceptions are kept for bugs.</summary>
/// <param name="Descriptor">Kind and weight.</param>
/// <param name="Message">What is wrong, with the values, and the alternatives where they can be listed. One line.</param>
/// <param name="Primary">Where it is.</param>
/// <param name="Hint">How to mend it, or null.</param>
/// <param name="Related">Other places that explain it, for example the first of two equal keys.</param>
public sealed record Diagnostic(
    DiagnosticDescriptor Descriptor,
    string Message,
    SourceSpan Primary,
    string? Hint = null,
    IReadOnlyList<RelatedLocation>? Related = null);

/// <summary>A second place that explains a diagnostic.</summary>
/// <param name="Span">Where.</param>
/// <param name="Message">What stands there.</param>
public sealed record RelatedLocation(SourceSpan Span, string Message);
