namespace PipelineKit.Core.Diagnostics;

/// <summary>A value together with the place it was read from.</summary>
/// <param name="Value">The value.</param>
/// <param name="Span">Where it stands.</param>
/// <typeparam name="T">Type of the value.</typeparam>
public sealed record Spanned<T>(T Value, SourceSpan Span);
