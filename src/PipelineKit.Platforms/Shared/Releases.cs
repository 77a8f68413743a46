using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.Shared;

/// <summary>
/// Jobs that change the outside world, and those that make what these release. A cache may hold what any earlier run left there, reviewed or not,
/// and must not reach a release.
/// </summary>
internal sealed class Releases
{
    private readonly HashSet<string> _feeding = new(StringComparer.Ordinal);

    /// <summary>Looks through the pipeline once.</summary>
    public Releases(IEnumerable<Job> jobs)
    {
        // Needs point backwards: from the end on, whoever takes artifacts is already known. A site is made from what everybody can see.
        foreach (var job in jobs.Reverse().Where(j => j.Pages is null && (IsRelease(j) || _feeding.Contains(j.Id))))
        {
            _feeding.UnionWith(job.Needs.Where(need => need.Artifacts.Count > 0).Select(need => need.JobId));
        }
    }

    /// <summary>True for a job that publishes or deploys.</summary>
    public static bool IsRelease(Job job) => job.Phase >= Phase.Publish || job.Oidc is not null || job.Environment is not null || job.Pages is not null;

    /// <summary>True when the job may use a cache.</summary>
    public bool MayCache(Job job) => !IsRelease(job) && !_feeding.Contains(job.Id);
}
