using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Stages.Documents;

/// <summary>What the readers of a stage document share.</summary>
/// <param name="File">How messages call the document.</param>
/// <param name="Options">Texts of the spec that start with <c>-</c>.</param>
/// <param name="Diagnostics">Receives what is wrong.</param>
internal sealed record DocumentContext(string File, IReadOnlyCollection<string> Options, DiagnosticBag Diagnostics);
