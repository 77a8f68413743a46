using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.Shared;

/// <summary>Jobs whose work reaches a release: what a cache holds may come from any earlier run, reviewed or not, and must not reach one.</summary>
internal static class Releases
{
    /// <summary>True when the job may use a cache: it releases nothing, and nothing that it makes is released.</summary>
    public static bool MayCache(Pipeline pipeline, Job job) => !IsRelease(job) && !pipeline.Jobs.Any(later => IsRelease(later) && Feeds(pipeline, job, later));

    /// <summary>True for a job that publishes or deploys.</summary>
    public static bool IsRelease(Job job) => job.Oidc is not null || job.Phase >= Phase.Publish;

    private static bool Feeds(Pipeline pipeline, Job maker, Job later) => later.Pages is null && later.Needs.Any(
        need => need.Artifacts.Count > 0 && (need.JobId == maker.Id || Feeds(pipeline, maker, pipeline.Jobs.First(j => j.Id == need.JobId))));
}
