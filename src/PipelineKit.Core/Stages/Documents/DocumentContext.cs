using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Stages.Documents;

/// <summary>What the readers of a stage document share.</summary>
/// <param name="File">How messages call the document.</param>
/// <param name="Options">Texts of the spec that start with <c>-</c>.</param>
/// <param name="WrittenLines">1-based lines on which an expression wrote a text.</param>
/// <param name="Diagnostics">Receives what is wrong.</param>
internal sealed record DocumentContext(string File, IReadOnlyCollection<string> Options, IReadOnlySet<int> WrittenLines, DiagnosticBag Diagnostics);
