using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.GitHub;

/// <summary>Names that GitHub does not take, or that the workflow needs for itself.</summary>
internal static class NameChecks
{
    private static readonly string[] OwnJobs = [ChangesJob.Id, CodeScanningJob.Id, GateJob.Id];

    public static void Run(GitHubContext context, Job job)
    {
        void Reserved(string what, string hint) => context.Report(GitHubDiagnostics.ReservedName, $"job \"{job.Id}\": {what}", hint);

        if (OwnJobs.Contains(job.Id, StringComparer.OrdinalIgnoreCase))
        {
            Reserved("the workflow has a job of this name already", "give the stage or the project another name");
        }

        if (!IsJobId(job.Id))
        {
            Reserved("a job id is made of letters, digits, - and _ and starts with a letter or _, 100 characters at most", "give the stage or the project another name");
        }

        foreach (var axis in job.Matrix?.Axes.Where(a => a.Name is "include" or "exclude") ?? [])
        {
            Reserved($"a matrix axis cannot be called \"{axis.Name}\"", "give the axis another name");
        }

        foreach (var (name, _) in job.Env)
        {
            if (name.StartsWith("GITHUB_", StringComparison.OrdinalIgnoreCase) || name.StartsWith("RUNNER_", StringComparison.OrdinalIgnoreCase))
            {
                Reserved($"the variable {name} belongs to the runner, which ignores or refuses other values", "give the variable another name");
            }
        }
    }

    private static bool IsJobId(string id) => id.Length is > 0 and <= 100 && (char.IsAsciiLetter(id[0]) || id[0] == '_')
        && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
