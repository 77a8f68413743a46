using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Stages.Reading;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Stages.Recipes;

/// <summary>Reads what a tool does in one stage.</summary>
internal static class ToolStageReader
{
    public static ToolStage Read(MapReader map)
    {
        var stage = new ToolStage
        {
            Steps = Each(map, "steps", Step),
            Reports = Each(map, "reports", Report),
            Files = Each(map, "files", File),
            Artifacts = Each(map, "artifacts", Artifact),
            Checks = Each(map, "checks", Check),
            Env = map.TextMap("env"),
            Environment = map.Text("environment"),
        };
        map.Finish();
        return stage;
    }

    private static List<T> Each<T>(MapReader map, string key, Func<MapReader, T?> read)
        where T : class
    {
        var result = new List<T>();
        foreach (var item in map.Items(key))
        {
            if (MapReader.Of(item, $"an entry of \"{key}\"", map.Diagnostics) is { } entry)
            {
                if (read(entry) is { } value)
                {
                    result.Add(value);
                }

                entry.Finish();
            }
        }

        return result;
    }

    private static ToolStep Step(MapReader map) => new()
    {
        Name = map.RequiredText("name"),
        If = ArgumentReader.ReadRequirement(map, "if"),
        Each = map.Text("each"),
        Args = ArgumentReader.Read(map.Node("args"), "\"args\"", map.Diagnostics),
        Program = map.Text("program"),
        Module = map.Text("module"),
        Bare = map.Flag("bare") ?? false,
        Gate = ArgumentReader.ReadRequirement(map, "gate"),
        ReportOnly = map.Flag("report-only") ?? false,
        Stdout = map.Text("stdout"),
        Always = map.Flag("always") ?? false,
        Findings = map.Has("findings") ? map.Integers("findings", 1, 255) : null,
    };

    private static ToolReport? Report(MapReader map)
    {
        var kind = map.Required("kind") is { } node ? ReportKinds.Read(node, map.Diagnostics) : null;
        var report = new ToolReport(
            kind ?? ReportKind.Other, map.RequiredText("path"), map.Text("line"), map.Text("category"), ArgumentReader.ReadRequirement(map, "if"), map.Span);
        return kind is null ? null : report;
    }

    private static ToolFile File(MapReader map) =>
        new(map.RequiredText("path"), map.Text("content"), map.Text("from"), ArgumentReader.ReadRequirement(map, "if"), map.Span);

    private static ToolArtifact Artifact(MapReader map) => new(
        map.RequiredText("id"),
        ArgumentReader.Read(map.Required("paths"), "\"paths\"", map.Diagnostics),
        ArgumentReader.ReadRequirement(map, "if"),
        map.Span);

    private static ToolCheck? Check(MapReader map)
    {
        var (require, message) = (ArgumentReader.ReadRequirement(map, "require"), map.RequiredText("message"));
        return require is null ? null : new ToolCheck(require, message);
    }
}
