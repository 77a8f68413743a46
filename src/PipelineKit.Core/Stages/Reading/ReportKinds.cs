using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Stages.Reading;

/// <summary>The words for kinds of reports.</summary>
internal static class ReportKinds
{
    private static readonly OrderedDictionary<string, ReportKind> Words = new(StringComparer.Ordinal)
    {
        ["junit"] = ReportKind.Junit,
        ["cobertura"] = ReportKind.Cobertura,
        ["sarif"] = ReportKind.Sarif,
        ["codequality"] = ReportKind.Codequality,
        ["sast"] = ReportKind.Sast,
        ["cyclonedx"] = ReportKind.Cyclonedx,
        ["summary"] = ReportKind.Summary,
        ["html"] = ReportKind.Html,
        ["other"] = ReportKind.Other,
    };

    /// <summary>The kind that a node names, or null with a diagnostic.</summary>
    public static ReportKind? Read(SourceNode node, DiagnosticBag diagnostics) =>
        Scalars.Word(node, "\"kind\"", Words.Keys, diagnostics) is { } word ? Words[word] : null;

    /// <summary>The word of a kind.</summary>
    public static string WordOf(ReportKind kind) => Words.First(pair => pair.Value == kind).Key;
}
