using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Spec.Text;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec.Reading;

/// <summary>Reads what an inline stage says besides the common keys.</summary>
internal static class InlineStageReader
{
    private static readonly KeyValuePair<string, bool>[] IfMissing = [new("error", true), new("warn", false)];

    public static SpecInlineStage Read(KeyReader keys, SpecReading reading) => new()
    {
        Title = keys.Text("title")?.Value,
        Phase = keys.Take("phase") is { } phase ? reading.Word(phase, "phase", Words.Phases) ?? Phase.Test : Phase.Test,
        Run = keys.Take("run") is { } run ? CommandListReader.Read(run, "run", reading) : [],
        Install = keys.Flag("install") ?? false,
        Reports = [.. Items(keys, "reports", reading).Select(k => ReadReport(k, reading)).OfType<Report>()],
        Artifacts = [.. Items(keys, "artifacts", reading).Select(k => ReadArtifact(k, reading)).OfType<Artifact>()],
    };

    private static IEnumerable<KeyReader> Items(KeyReader keys, string key, SpecReading reading)
    {
        if (keys.Take(key) is not { } node)
        {
            return [];
        }

        if (node is SourceList list)
        {
            return list.Items.Select(i => reading.Keys(i, $"an entry of {key}")).OfType<KeyReader>();
        }

        reading.WrongType(node, key, "a list");
        return [];
    }

    private static Report? ReadReport(KeyReader keys, SpecReading reading)
    {
        var kind = keys.Require("kind") is { } node ? reading.Word(node, "kind", Words.ReportKinds) : null;
        var path = keys.Require("path") is { } file ? reading.Text(file, "path")?.Value : null;
        var (line, tool, category) = (keys.Text("line"), keys.Text("tool"), keys.Text("category"));
        keys.Finish();
        return kind is null || path is null ? null : new Report(kind.Value, path) { Line = line?.Value, Tool = tool?.Value, Category = category?.Value };
    }

    private static Artifact? ReadArtifact(KeyReader keys, SpecReading reading)
    {
        var id = keys.Require("id") is { } node ? reading.Text(node, "id")?.Value : null;
        var paths = keys.Require("paths") is { } list ? reading.Texts(list, "paths") : null;
        var keep = keys.Duration("keep");
        var required = keys.Take("if-missing") is { } missing && reading.Word(missing, "if-missing", IfMissing) == true;
        keys.Finish();
        return id is null || paths is null
            ? null
            : new Artifact(id, [.. paths.Select(p => p.Value)]) { Keep = keep ?? TimeSpan.FromDays(7), Required = required };
    }
}
