using System.Globalization;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Spec;
using PipelineKit.Core.Stages.Catalog;

namespace PipelineKit.Cli.Output;

/// <summary>Where values and templates of a run came from: the spec, a pack, a file of the repository, or the built-in library.</summary>
internal static class ValueOrigin
{
    /// <summary>Where an input of a stage was said: the place, or that it is the stage's default.</summary>
    public static string Of(GenerateRun run, SpecStage stage, string input) => stage.Source?.Find(input) is { } entry ? Of(run, entry.Value.Span) : "default";

    /// <summary>A place, with the pack that it is in.</summary>
    public static string Of(GenerateRun run, SourceSpan span)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{span.File}:{span.Line}");
        return run.Packs.OwnerOf(span.File) is { } pack ? $"pack {pack.Label}, {place}" : place;
    }

    /// <summary>The files that a stage was made from, each by the name that says where it is.</summary>
    public static IEnumerable<string> TemplatesOf(GenerateRun run, string stage) => run.Catalog is not StageCatalog catalog ? [] :
        catalog.UsedFiles.Keys
            .Where(path => path.StartsWith($"stages/{stage}/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => catalog.OriginOf(path)!);
}
