using System.Globalization;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Cli.Estimating;

/// <summary>
/// Reads a file of durations (docs/reference/estimate.md), YAML or JSON: <c>job: 3m20s</c>, <c>job: { LEAF: 3m }</c>, and for a pipeline that is not ours
/// <c>job: { duration: …, needs: […] }</c>.
/// </summary>
internal static class DurationFile
{
    /// <summary>Durations alone, for jobs whose needs are known from the spec.</summary>
    /// <exception cref="FormatException">Something in the file is wrong; the message says where.</exception>
    public static DurationTable ReadDurations(string file, string shown)
    {
        var table = new DurationTable();
        foreach (var entry in Load(file, shown).Entries)
        {
            if (entry.Value is SourceMap map && map.Find("needs") is { } needs)
            {
                throw Wrong(needs.Key, "the needs of these jobs come from the spec");
            }

            foreach (var leaf in Leaves(entry))
            {
                table.Set(entry.Key.Value, leaf.Name, leaf.Duration);
            }
        }

        return table;
    }

    /// <summary>A whole pipeline.</summary>
    /// <exception cref="FormatException">Something in the file is wrong; the message says where.</exception>
    public static IReadOnlyList<EstimatedJob> ReadPipeline(string file, string shown) =>
        [.. Load(file, shown).Entries.Select(e => new EstimatedJob(e.Key.Value, Needs(e), Leaves(e)))];

    private static SourceMap Load(string file, string shown)
    {
        var problems = new DiagnosticBag();
        var node = YamlReader.ReadFile(file, shown, problems);
        return problems.Sorted().FirstOrDefault(d => d.Descriptor.Severity == Severity.Error) is { } problem
            ? throw new FormatException($"{Place(problem.Primary)}: {problem.Message}")
            : node as SourceMap ?? throw new FormatException($"{shown}: expected jobs and their durations, `job: 3m20s`");
    }

    private static List<EstimatedLeaf> Leaves(SourceEntry entry)
    {
        var value = entry.Value is SourceMap map && (map.Find("duration") ?? map.Find("needs")) is not null
            ? map.Find("duration")?.Value ?? throw Wrong(entry.Key, $"job \"{entry.Key.Value}\" has no duration")
            : entry.Value;
        if (entry.Value is SourceMap whole && whole != value && whole.Entries.FirstOrDefault(e => e.Key.Value is not ("duration" or "needs")) is { } unknown)
        {
            throw Wrong(unknown.Key, $"unknown key \"{unknown.Key.Value}\"; expected duration, needs");
        }

        return value is SourceMap leaves && leaves.Entries.Count > 0
            ? [.. leaves.Entries.Select(l => new EstimatedLeaf(l.Key.Value, Time(l.Value)))]
            : [new EstimatedLeaf("", Time(value))];
    }

    private static IReadOnlyList<string> Needs(SourceEntry entry) => (entry.Value as SourceMap)?.Find("needs")?.Value switch
    {
        null => [],
        SourceList list when list.Items.All(i => i is SourceScalar) => [.. list.Items.Cast<SourceScalar>().Select(s => s.Value).Distinct(StringComparer.Ordinal)],
        var other => throw Wrong(other, "expected a list of jobs"),
    };

    private static TimeSpan Time(SourceNode node) => node is SourceScalar scalar && Times.TryParse(scalar.Value, out var time)
        ? time
        : throw Wrong(node, $"expected a duration such as 3m20s, 90s or 1h5m{(node is SourceScalar { Value: var text } ? $", not \"{text}\"" : "")}");

    private static FormatException Wrong(SourceNode node, string message) => new($"{Place(node.Span)}: {message}");

    private static string Place(SourceSpan span) => span.Line == 0 ? span.File : string.Create(CultureInfo.InvariantCulture, $"{span.File}:{span.Line}:{span.Column}");
}
