using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec.Rules;

/// <summary>The paths that the keys of a stage hold, with what messages call them.</summary>
internal static class StagePaths
{
    public static IEnumerable<(Spanned<string> Path, string What)> Of(SpecStage stage)
    {
        foreach (var path in stage.Source.TextsAt("when", "paths"))
        {
            yield return (path, "a path of when");
        }

        if (stage.Inline is null)
        {
            yield break;
        }

        foreach (var report in Maps(stage, "reports"))
        {
            if (report.Find("path")?.Value is SourceScalar path)
            {
                yield return (new(path.Value, path.Span), "the path of a report");
            }
        }

        foreach (var path in Maps(stage, "artifacts").SelectMany(m => m.TextsAt("paths")))
        {
            yield return (path, "a path of an artifact");
        }
    }

    private static IEnumerable<SourceMap> Maps(SpecStage stage, string key) =>
        (stage.Source.At(key)?.Value as SourceList)?.Items.OfType<SourceMap>() ?? [];
}
