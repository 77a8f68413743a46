using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Stages.Reading;
using PipelineKit.Core.Stages.Recipes;

namespace PipelineKit.Core.Stages.Documents;

/// <summary>Reads what the template of a package manager rendered (<c>docs/reference/stage-format.md</c>, "The template of a package manager").</summary>
internal static class ManagerDocumentReader
{
    /// <summary>Reads a document; null when a diagnostic says why not.</summary>
    public static ManagerDocument? Read(string marked, DocumentContext context)
    {
        var before = context.Diagnostics.Count;
        if (MarkedDocument.Read(marked, context.File, context.Diagnostics) is not { } node
            || MapReader.Of(node, "what a package manager does", context.Diagnostics) is not { } map)
        {
            return null;
        }

        var document = new ManagerDocument
        {
            Environments = Named(map, "environments", Environment),
            Provisions = Named(map, "provisions", Way),
            Add = map.Texts("add"),
        };
        map.Finish();
        CheckEnvironments(map, document);
        return context.Diagnostics.Count == before ? document : null;
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

    private static EnvironmentPlan Environment(MapReader map)
    {
        Cache? cache = null;
        if (map.Map("cache") is { } written)
        {
            cache = new Cache(written.RequiredText("id"), written.RequiredText("env"), written.Texts("key"), written.Texts("else"));
            written.Finish();
        }

        return new EnvironmentPlan([.. map.Lists("run").Where(argv => argv.Count > 0)], map.Texts("inputs"), cache);
    }

    private static RunningWay Way(MapReader map)
    {
        _ = map.Required("run");
        var way = new RunningWay(map.Texts("run"), map.Node("environment") is { } place && map.Text("environment") is { } name ? new Spanned<string>(name, place.Span) : null, map.Flag("adds") ?? false);
        if (map.Has("run") && way.Run.Count == 0)
        {
            map.Diagnostics.Add(StageDiagnostics.WrongValue, map.Span, "\"run\" needs at least one argument, the program");
        }

        return way;
    }

    private static void CheckEnvironments(MapReader map, ManagerDocument document)
    {
        foreach (var (name, way) in document.Provisions)
        {
            if (way.Environment is { } environment && !document.Environments.ContainsKey(environment.Value))
            {
                map.Diagnostics.Add(
                    StageDiagnostics.UnknownId,
                    environment.Span,
                    $"the provision {MessageText.Quote(name)} needs the environment {MessageText.Quote(environment.Value)}, which is not there; {MessageText.ExpectedOneOf(document.Environments.Keys)}",
                    MessageText.DidYouMean(environment.Value, document.Environments.Keys));
            }
        }
    }
}
