using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Stages.Reading;

/// <summary>The words for kinds of reports.</summary>
internal static class ReportKinds
{
    // In the order of the enumeration.
    private static readonly string[] Words = ["junit", "cobertura", "sarif", "codequality", "sast", "cyclonedx", "summary", "html", "other"];

    /// <summary>The kind that a node names, or null with a diagnostic.</summary>
    /// <param name="node">The word.</param>
    /// <param name="key">Key that it stands behind, for messages.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static ReportKind? Read(SourceNode node, string key, DiagnosticBag diagnostics) =>
        Scalars.Word(node, $"\"{key}\"", Words, diagnostics) is { } word ? (ReportKind)Array.IndexOf(Words, word) : null;

    /// <summary>The word of a kind.</summary>
    public static string WordOf(ReportKind kind) => Words[(int)kind];
}
