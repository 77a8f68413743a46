using PipelineKit.Core.Pins;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Platforms.GitLab;

/// <summary>Where pins stand in a pipeline of GitLab: images of jobs and of the services beside them.</summary>
internal static class PipelinePins
{
    public static IEnumerable<PinPlace> Find(SourceMap file)
    {
        foreach (var (key, value) in file.Entries.Select(e => (e.Key, e.Value as SourceMap)))
        {
            if (value is null)
            {
                continue;
            }

            var where = $"job {key.Value}";
            foreach (var image in Names([value.Find("image")?.Value, .. (value.Find("services")?.Value as SourceList)?.Items ?? []]))
            {
                yield return new PinPlace(PinPlaceKind.Image, image, where);
            }
        }
    }

    private static IEnumerable<SourceScalar> Names(IEnumerable<SourceNode?> nodes) =>
        nodes.Select(node => node is SourceMap map ? map.Find("name")?.Value : node).OfType<SourceScalar>();
}
