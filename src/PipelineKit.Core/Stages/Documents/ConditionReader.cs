using PipelineKit.Core.Model;
using PipelineKit.Core.Stages.Reading;

namespace PipelineKit.Core.Stages.Documents;

/// <summary>Reads <c>when:</c>.</summary>
internal static class ConditionReader
{
    private static readonly OrderedDictionary<string, PipelineEvents> Events = new(StringComparer.Ordinal)
    {
        ["push"] = PipelineEvents.Push,
        ["pull-request"] = PipelineEvents.PullRequest,
        ["merge-queue"] = PipelineEvents.MergeQueue,
        ["schedule"] = PipelineEvents.Schedule,
        ["manual"] = PipelineEvents.Manual,
        ["tag"] = PipelineEvents.Tag,
    };

    public static Condition Read(MapReader map)
    {
        var events = map.Items("events")
            .Select(item => Scalars.Word(item, "an event", Events.Keys, map.Diagnostics))
            .OfType<string>()
            .Aggregate(PipelineEvents.None, (all, word) => all | Events[word]);
        var condition = new Condition
        {
            Events = events == PipelineEvents.None ? PipelineEvents.All : events,
            Branches = map.Texts("branches"),
            Tags = map.Texts("tags"),
            Paths = Paths.ReadMany(map, "paths"),
            OnlyManual = map.Flag("only-manual") ?? false,
        };
        map.Finish();
        return condition;
    }
}
