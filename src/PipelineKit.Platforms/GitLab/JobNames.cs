using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.GitLab;

/// <summary>Names that GitLab would not read as a job (docs.gitlab.com, "CI/CD YAML syntax reference", "Unavailable names for jobs").</summary>
internal static class JobNames
{
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "after_script", "before_script", "cache", "default", "false", "image", "include", "inputs", "nil", "null", "pages", "pages:deploy",
        "services", "spec", "stages", "true", "types", "variables", "workflow", GateSection.JobId,
    };

    public static void Check(Job job, GitLabPlan plan)
    {
        if (Reserved.Contains(job.Id) || job.Id.StartsWith('.'))
        {
            plan.Report(
                GitLabDiagnostics.ReservedJobName,
                $"the job name \"{job.Id}\" has a meaning of its own in a GitLab file",
                "rename the stage or the project it comes from");
        }

        if (MatrixSection.LongestName(job) is var length and > GitLabLimits.JobName)
        {
            plan.Report(
                GitLabDiagnostics.JobNameTooLong,
                $"with its matrix values the name of job \"{job.Id[..Math.Min(60, job.Id.Length)]}\" has {length} characters; GitLab stores {GitLabLimits.JobName}");
        }
    }
}
