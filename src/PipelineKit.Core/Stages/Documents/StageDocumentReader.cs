using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Stages.Reading;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Stages.Documents;

/// <summary>Reads a rendered stage document with the whole grammar of <c>docs/reference/stage-format.md</c>.</summary>
internal static class StageDocumentReader
{
    /// <summary>Reads a document; null when a diagnostic says why not.</summary>
    /// <param name="marked">Rendered text, with or without marks around values.</param>
    /// <param name="repositoryScope">What the manifest says of the scope.</param>
    /// <param name="context">What all readers share.</param>
    public static StageDocument? Read(string marked, bool repositoryScope, DocumentContext context)
    {
        var before = context.Diagnostics.Count;
        if (MarkedDocument.Read(marked, context.File, context.Diagnostics) is not { } node
            || MapReader.Of(node, "a stage document", context.Diagnostics) is not { } map)
        {
            return null;
        }

        CheckVersion(map);
        CheckScope(map, repositoryScope);
        var document = new StageDocument
        {
            File = context.File,
            Files = [.. map.Items("files").Select(item => File(item, context)).OfType<SupportFile>()],
            Services = Named(map, "services", Service),
            Installs = Named(map, "installs", install => Install(install, context)),
            Jobs = [.. map.Entries("jobs").Select(entry => JobReader.Read(entry, context)).OfType<StageJob>()],
        };
        if (document.Jobs.Count == 0)
        {
            context.Diagnostics.Add(StageDiagnostics.MissingKey, map.Span, "a stage document needs at least one job");
        }

        map.Finish();
        return context.Diagnostics.Count == before ? document : null;
    }

    private static void CheckVersion(MapReader map)
    {
        if (map.Required("stage") is { } node and not SourceScalar { Value: "1" })
        {
            map.Diagnostics.Add(StageDiagnostics.WrongValue, node.Span, "\"stage\" must be 1, the version of the grammar");
        }
    }

    private static void CheckScope(MapReader map, bool repositoryScope)
    {
        var written = map.Word("scope", "project", "repository") ?? "project";
        var expected = repositoryScope ? "repository" : "project";
        if (written != expected)
        {
            map.Diagnostics.Add(StageDiagnostics.WrongValue, map.Node("scope")?.Span ?? map.Span, $"\"scope\" must be \"{expected}\", as stage.yml says");
        }
    }

    private static OrderedDictionary<string, T> Named<T>(MapReader map, string key, Func<MapReader, T> read)
    {
        var result = new OrderedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var entry in map.Entries(key))
        {
            if (MapReader.Of(entry.Value, $"\"{key}.{entry.Key.Value}\"", map.Diagnostics) is { } value)
            {
                result[entry.Key.Value] = read(value);
                value.Finish();
            }
        }

        return result;
    }

    private static SupportFile? File(SourceNode node, DocumentContext context)
    {
        if (MapReader.Of(node, "a file", context.Diagnostics) is not { } map)
        {
            return null;
        }

        var file = new SupportFile(Paths.Required(map, "path"), map.RequiredText("content").ReplaceLineEndings("\n"));
        map.Finish();
        if (!file.Path.StartsWith(".pipelinekit/", StringComparison.Ordinal))
        {
            context.Diagnostics.Add(StageDiagnostics.WrongValue, map.Span, $"the support file \"{file.Path}\" must lie in .pipelinekit/");
        }

        return file;
    }

    // Every further key is a setting of the service's data file.
    private static StageService Service(MapReader map)
    {
        var (use, version) = (map.RequiredText("use"), map.Text("version"));
        return new StageService(use, version, map.Rest());
    }

    private static StageInstall Install(MapReader map, DocumentContext context)
    {
        _ = map.Required("run");
        Cache? cache = null;
        if (map.Map("cache") is { } written)
        {
            cache = new Cache(written.RequiredText("id"), written.RequiredText("env"), Paths.ReadMany(written, "key"), Paths.ReadMany(written, "else"));
            written.Finish();
            if (cache.Key.Count is 0 or > 2 || cache.Else.Count > 2)
            {
                map.Diagnostics.Add(StageDiagnostics.WrongValue, written.Span, "a cache has one or two key files");
            }
        }

        return new StageInstall(
            [.. map.Items("run").Select(item => ArgumentListReader.Read(item, context)).Where(argv => argv.Count > 0)],
            Paths.ReadMany(map, "inputs"),
            cache);
    }
}
