using PipelineKit.Core.Pins;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Platforms.GitHub;

/// <summary>Where pins stand in a workflow: actions and reusable workflows, inputs of actions, images of services.</summary>
internal static class WorkflowPins
{
    public static IEnumerable<PinPlace> Find(SourceMap file)
    {
        foreach (var job in (file.Find("jobs")?.Value as SourceMap)?.Entries ?? [])
        {
            var where = $"job {job.Key.Value}";
            foreach (var place in job.Value is SourceMap map ? OfJob(map, where) : [])
            {
                yield return place;
            }
        }
    }

    private static IEnumerable<PinPlace> OfJob(SourceMap job, string where)
    {
        if (job.Find("uses")?.Value is SourceScalar workflow)
        {
            yield return new PinPlace(PinPlaceKind.Action, workflow, where);
        }

        foreach (var service in (job.Find("services")?.Value as SourceMap)?.Entries ?? [])
        {
            if ((service.Value as SourceMap)?.Find("image")?.Value is SourceScalar image)
            {
                yield return new PinPlace(PinPlaceKind.Image, image, where);
            }
        }

        foreach (var step in (job.Find("steps")?.Value as SourceList)?.Items.OfType<SourceMap>() ?? [])
        {
            foreach (var place in OfStep(step, where))
            {
                yield return place;
            }
        }
    }

    private static IEnumerable<PinPlace> OfStep(SourceMap step, string where)
    {
        if (step.Find("uses")?.Value is not SourceScalar action)
        {
            yield break;
        }

        yield return new PinPlace(PinPlaceKind.Action, action, where);
        foreach (var input in (step.Find("with")?.Value as SourceMap)?.Entries ?? [])
        {
            if (input.Value is SourceScalar value)
            {
                yield return new PinPlace(PinPlaceKind.Input, value, where) { Input = (action.Value, input.Key.Value) };
            }
        }
    }
}
