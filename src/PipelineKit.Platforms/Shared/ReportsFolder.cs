using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.Shared;

/// <summary>The folder of a job's reports: many tools write into a folder only when it is there.</summary>
internal static class ReportsFolder
{
    /// <summary>The folder as the job's commands see it, or null when nothing is reported or redirected into it.</summary>
    public static string? Of(Job job)
    {
        var folder = RepositoryPath.SeenFrom(job.Project.Path, job.ReportsDirectory);
        return job.Reports.Any(r => RepositoryPath.IsWithin(job.ReportsDirectory, r.Path))
            || job.Artifacts.Any(a => a.Paths.Any(p => RepositoryPath.IsWithin(job.ReportsDirectory, p)))
            || job.Run.Any(c => c.Stdout is { } file && RepositoryPath.IsWithin(folder, file))
            ? folder
            : null;
    }
}
