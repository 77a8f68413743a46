using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Stages.Reading;

/// <summary>The words for phases.</summary>
internal static class Phases
{
    private static readonly string[] Words = ["prepare", "check", "test", "build", "publish", "deploy"];

    public static Phase? Read(SourceNode node, DiagnosticBag diagnostics) =>
        Scalars.Word(node, "\"phase\"", Words, diagnostics) is { } word ? (Phase)Array.IndexOf(Words, word) : null;

    public static string WordOf(Phase phase) => Words[(int)phase];
}
