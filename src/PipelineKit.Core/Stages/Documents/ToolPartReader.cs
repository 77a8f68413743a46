using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Stages.Reading;
using PipelineKit.Core.Stages.Recipes;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Stages.Documents;

/// <summary>Reads what the template of a tool rendered (<c>docs/reference/stage-format.md</c>, "The template of a tool").</summary>
internal static class ToolPartReader
{
    /// <summary>Reads a part; null when a diagnostic says why not.</summary>
    public static ToolPart? Read(string marked, DocumentContext context)
    {
        var before = context.Diagnostics.Count;
        if (MarkedDocument.Read(marked, context.File, context.Diagnostics) is not { } node
            || MapReader.Of(node, "what a tool does", context.Diagnostics) is not { } map)
        {
            return null;
        }

        _ = map.Required("steps");
        var part = new ToolPart
        {
            Steps = [.. map.Items("steps").Select(item => Step(item, context)).OfType<ToolStep>()],
            Reports = [.. map.Items("reports").Select(item => OutputReader.Report(item, context)).OfType<Report>()],
            Artifacts = [.. map.Items("artifacts").Select(item => OutputReader.Artifact(item, context)).OfType<Artifact>()],
            Files = [.. map.Items("files").Select(item => File(item, context)).OfType<ToolFile>()],
            Env = map.TextMap("env"),
            Toolchains = map.TextMap("toolchains"),
            Environment = map.Node("environment") is { } place && map.Text("environment") is { } environment ? new Spanned<string>(environment, place.Span) : null,
            Locks = map.Has("locks") ? map.Texts("locks") : null,
        };
        map.Finish();
        return context.Diagnostics.Count == before ? part : null;
    }

    private static ToolStep? Step(SourceNode node, DocumentContext context)
    {
        if (MapReader.Of(node, "a step", context.Diagnostics) is not { } map)
        {
            return null;
        }

        _ = map.Required("argv");
        var command = new Command
        {
            Name = map.RequiredText("name").Trim(),
            Argv = map.Node("argv") is { } list ? ArgumentListReader.Read(list, context) : [],
            Stdout = Paths.Read(map, "stdout"),
            Always = map.Flag("always") ?? false,
            Makes = map.Node("makes") is { } kind ? ReportKinds.Read(kind, "makes", context.Diagnostics) : null,
        };
        var makes = map.Has("makes");
        var findings = map.Has("findings") ? map.Integers("findings", 1, 255) : makes ? [] : null;
        var step = new ToolStep(command, findings, map.Flag("decides") ?? !makes);
        map.Finish();
        return step;
    }

    private static ToolFile? File(SourceNode node, DocumentContext context)
    {
        if (MapReader.Of(node, "a file", context.Diagnostics) is not { } map)
        {
            return null;
        }

        var file = new ToolFile(Paths.Required(map, "path"), map.Text("content"), map.Text("from"), map.Span);
        map.Finish();
        if (file.Content is null == file.From is null)
        {
            context.Diagnostics.Add(StageDiagnostics.WrongValue, map.Span, "a file needs either \"from\", the name of a file in support/, or \"content\"");
        }

        return file;
    }
}
