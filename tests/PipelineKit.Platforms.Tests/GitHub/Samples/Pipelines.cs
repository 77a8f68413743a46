using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.Tests.GitHub.Samples;

/// <summary>The pipelines of the golden files, by the name of the file.</summary>
internal static class Pipelines
{
    public static IReadOnlyDictionary<string, Pipeline> All { get; } = new Dictionary<string, Pipeline>
    {
        ["commands"] = Commands.Pipeline,
        ["conditions"] = Conditions.Pipeline,
        ["five-stages"] = FiveStages.Pipeline,
        ["hostile"] = Hostile.Pipeline,
        ["minimal"] = Shared.Sample.Pipeline(Shared.Sample.Job("lint", "ruff", "check")),
        ["monorepo"] = Monorepo.Pipeline,
        ["publish"] = Publish.Pipeline,
        ["runners"] = Runners.Pipeline,
    };
}
