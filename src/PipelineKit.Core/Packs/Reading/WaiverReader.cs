using System.Globalization;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages.Reading;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Packs.Reading;

/// <summary>Reads <c>waivers</c> of <c>pack.yml</c>: an exception has a rule, the repositories it is for, a reason and an end.</summary>
internal static class WaiverReader
{
    public static IReadOnlyList<PackWaiver> Read(MapReader pack) =>
        [.. pack.Items("waivers").Select(item => MapReader.Of(item, "a waiver", pack.Diagnostics) is { } map ? Waiver(map) : null).OfType<PackWaiver>()];

    private static PackWaiver? Waiver(MapReader map)
    {
        var rule = map.Required("rule") is null ? null : map.Word("rule", RulesReader.Keys);
        var subject = map.Text("stage") ?? map.Text("tool");
        var repositories = map.Required("repositories") is null ? [] : map.Texts("repositories");
        var reason = map.RequiredText("reason");
        var until = Date(map);
        if (map.Has("stage") && map.Has("tool"))
        {
            PackReader.Report(map, map.Span, "a waiver is for a stage or for a tool, not for both");
        }

        if (map.Has("reason") && reason.Trim().Length < 5)
        {
            PackReader.Report(map, map.Node("reason")!.Span, "the reason of a waiver is a sentence that others understand");
        }

        _ = map.Node("tool");
        map.Finish();
        return rule is null || until is null ? null : new(rule, subject, repositories, reason, until.Value, map.Span);
    }

    private static DateOnly? Date(MapReader map)
    {
        if (map.Required("until") is not { } node || Scalars.Text(node, "\"until\"", map.Diagnostics) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        PackReader.Report(map, node.Span, $"the end of a waiver is a day, found {MessageText.Quote(text)}", "for example 2027-01-31");
        return null;
    }
}
