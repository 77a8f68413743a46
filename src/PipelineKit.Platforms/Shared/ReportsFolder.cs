using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.Shared;

/// <summary>The folder of a job's reports: some tools write into a folder only when it is there.</summary>
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

    /// <summary>The folder where the job has to make it: null where the first command that writes into it makes it itself.</summary>
    public static string? ToMake(Job job) =>
        Of(job) is { } folder && job.Run.FirstOrDefault(c => Uses(c, folder)) is not { MakesFolders: true, Stdout: null } ? folder : null;

    private static bool Uses(Command command, string folder) =>
        command.Script is not null || command.Stdout is not null
        || command.Argv.OfType<LiteralValue>().Any(a => a.Text.Contains(folder, StringComparison.Ordinal));
}
