using PipelineKit.Core.Model;
using PipelineKit.Core.Stages.Reading;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Stages.Documents;

/// <summary>Reads what a job leaves: reports and artifacts.</summary>
internal static class OutputReader
{
    public static Report? Report(SourceNode node, DocumentContext context)
    {
        if (MapReader.Of(node, "a report", context.Diagnostics) is not { } map)
        {
            return null;
        }

        var kind = map.Required("kind") is { } word ? ReportKinds.Read(word, "kind", context.Diagnostics) : null;
        var report = new Report(kind ?? ReportKind.Other, Paths.Required(map, "path"))
        {
            Line = map.Text("line"),
            Tool = map.Text("tool"),
            Category = map.Text("category"),
        };
        map.Finish();
        return kind is null ? null : report;
    }

    public static Artifact? Artifact(SourceNode node, DocumentContext context)
    {
        if (MapReader.Of(node, "an artifact", context.Diagnostics) is not { } map)
        {
            return null;
        }

        _ = map.Required("paths");
        var artifact = new Artifact(map.RequiredText("id"), Paths.ReadMany(map, "paths"))
        {
            Keep = map.Duration("keep") ?? TimeSpan.FromDays(7),
            Required = map.Word("if-missing", "error", "warn") == "error",
        };
        map.Finish();
        return artifact;
    }
}
