using System.Text.Json.Nodes;
using PipelineKit.Parity.Tests.Reading;
using PipelineKit.Parity.Tests.Trace;

namespace PipelineKit.Parity.Tests.Comparison;

/// <summary>
/// Commands that do nothing but make a report for those who read it: a platform shows the format of a file that they name, and where nobody reads
/// the format no command names the file. Everything else must be the same everywhere.
/// </summary>
internal static class ReportMakers
{
    private static readonly string[] Formats = [".sarif", "codequality.json", ".cdx.json", "summary.md"];

    // What a platform shows; a laptop nothing.
    private static readonly Dictionary<string, string[]> Shown = new(StringComparer.Ordinal)
    {
        ["github"] = [".sarif", "summary.md"],
        ["gitlab"] = ["codequality.json", ".cdx.json"],
        ["forgejo"] = ["summary.md"],
    };

    /// <summary>Takes what only makes a report out of the objects of a job, by platform.</summary>
    public static void TakeOut(Dictionary<string, JsonObject> parts)
    {
        var needed = NeededFiles(parts);
        foreach (var (platform, part) in parts)
        {
            foreach (var command in Commands(part).Where(command => Makes(platform, command!, needed)).ToList())
            {
                Commands(part).Remove(command);
            }

            // Behind the last command that decides nothing is left to run.
            if (Commands(part).LastOrDefault(command => command!["always"] is null) is JsonObject last && last["onFailure"]?.GetValue<string>() == "later")
            {
                last.Remove("onFailure");
            }
        }
    }

    /// <summary>The argument lists of what <see cref="TakeOut"/> takes out of a job's commands, as probes write them down.</summary>
    public static HashSet<string> Of(string job, IEnumerable<ReadPipeline> pipelines)
    {
        var parts = pipelines.Where(p => p.Jobs.ContainsKey(job)).ToDictionary(p => p.Platform, p => p.Jobs[job].Parts, StringComparer.Ordinal);
        var needed = NeededFiles(parts);
        return [.. parts.SelectMany(part => Commands(part.Value).Where(command => Makes(part.Key, command!, needed))).Select(command => Arguments(command!))];
    }

    private static bool Makes(string platform, JsonNode command, HashSet<string> needed) =>
        Files(command).ToList() is { Count: > 0 } files && files.TrueForAll(file => Reads(platform, file) && !needed.Contains(file));

    // A report that is also made where nobody reads it is what a command decides by, or the by-product of one that decides.
    private static HashSet<string> NeededFiles(Dictionary<string, JsonObject> parts) =>
        [.. parts.SelectMany(part => Commands(part.Value).SelectMany(command => Files(command!)).Where(file => !Reads(part.Key, file)))];

    private static bool Reads(string platform, string file) =>
        Shown.TryGetValue(platform, out var formats) && Array.Exists(formats, format => file.EndsWith(format, StringComparison.Ordinal));

    private static IEnumerable<string> Files(JsonNode command) =>
        from word in (command["argv"]?.AsArray() ?? []).Append(command["stdout"]).OfType<JsonValue>()
        let text = word.GetValue<string>()
        where Array.Exists(Formats, format => text.EndsWith(format, StringComparison.Ordinal))
        select text[(text.IndexOf('=', StringComparison.Ordinal) + 1)..];

    private static string Arguments(JsonNode command) =>
        TraceRecord.Escape(command["argv"]!.AsArray().Select(word => word is JsonValue value ? value.GetValue<string>() : word!.ToJsonString()));

    private static JsonArray Commands(JsonObject part) => part["run"]?.AsArray() ?? [];
}
