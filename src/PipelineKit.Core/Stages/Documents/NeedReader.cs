using PipelineKit.Core.Stages.Reading;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Stages.Documents;

/// <summary>Reads a need.</summary>
internal static class NeedReader
{
    public static StageNeed? Read(SourceNode node, DocumentContext context)
    {
        if (MapReader.Of(node, "a need", context.Diagnostics) is not { } map)
        {
            return null;
        }

        var need = new StageNeed(map.RequiredText("job"), map.Texts("artifacts"), map.Word("project", "same", "all") == "all", map.Span);
        map.Finish();
        return need;
    }
}
