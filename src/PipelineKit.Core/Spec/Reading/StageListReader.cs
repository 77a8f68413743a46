using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec.Reading;

/// <summary>Reads <c>stages</c> of the top level or of a project into a list, and lays one over the other.</summary>
internal static class StageListReader
{
    /// <summary>The stages of a spec that lists none.</summary>
    public static IReadOnlyList<string> Default { get; } = ["lint", "sast", "test-coverage", "licence-check", "docs"];

    /// <summary>The list, or null when there is no such key.</summary>
    public static IReadOnlyList<ListedStage>? Read(KeyReader keys, bool ofProject, SpecReading reading)
    {
        if (keys.Keys("stages") is not { } stages)
        {
            return null;
        }

        if (stages.Map.Entries.Count == 0)
        {
            reading.Report(SpecDiagnostics.NothingThere, stages.Map.Span, "stages is empty", "list at least one stage, or remove the key: then there are five");
        }

        var result = new List<ListedStage>(stages.Map.Entries.Count);
        var seen = new Dictionary<string, ListedStage>(StringComparer.Ordinal);
        foreach (var entry in stages.Map.Entries)
        {
            if (Read(entry, ofProject, reading) is { } stage && IsNew(stage, seen, reading))
            {
                result.Add(stage);
            }
        }

        return result;
    }

    /// <summary>The stages of a project: those of the top level, changed and extended by its own, without those it sets to <c>false</c>.</summary>
    public static IReadOnlyList<ListedStage> Merge(IReadOnlyList<ListedStage> lower, IReadOnlyList<ListedStage> upper)
    {
        var result = new OrderedDictionary<string, ListedStage>(StringComparer.Ordinal);
        foreach (var stage in lower)
        {
            result[stage.Id.Value] = stage;
        }

        foreach (var stage in upper)
        {
            result[stage.Id.Value] = result.TryGetValue(stage.Id.Value, out var below) ? stage.Over(below) : stage;
        }

        return [.. result.Values.Where(s => !s.Removed)];
    }

    private static ListedStage? Read(SourceEntry entry, bool ofProject, SpecReading reading)
    {
        var id = new Spanned<string>(reading.Catalog.FindStage(entry.Key.Value)?.Id ?? entry.Key.Value, entry.Key.Span);
        switch (entry.Value)
        {
            case SourceMap map:
                return new(id, map, ofProject);
            case SourceScalar { IsNull: true } or SourceScalar { Quoted: false, Value: "true" }:
                return new(id, null, ofProject);
            case SourceScalar { Quoted: false, Value: "false" } when ofProject:
                return new(id, null, ofProject, Removed: true);
            case SourceScalar { Quoted: false, Value: "false" } no:
                reading.Report(
                    SpecDiagnostics.InvalidValue,
                    no.Span,
                    $"the stage {MessageText.Quote(id.Value)} is listed and switched off",
                    "leave it out: the stages that are listed are those that run; only a project switches off what stands above it");
                return null;
            default:
                reading.WrongType(entry.Value, $"the stage {MessageText.Quote(id.Value)}", "a mapping of its inputs", $"write `{entry.Key.Value}:` alone for its defaults");
                return null;
        }
    }

    // The reader of YAML refuses equal keys; here only an alias can repeat a stage.
    private static bool IsNew(ListedStage stage, Dictionary<string, ListedStage> before, SpecReading reading)
    {
        if (before.TryAdd(stage.Id.Value, stage))
        {
            return true;
        }

        var first = before[stage.Id.Value];

        reading.Report(
            YamlDiagnostics.DuplicateKey,
            stage.Id.Span,
            $"the stage {MessageText.Quote(stage.Id.Value)} is listed twice, once by another name; first in line {MessageText.Number(first.Id.Span.Line)}",
            "keep one of them");
        return false;
    }
}
