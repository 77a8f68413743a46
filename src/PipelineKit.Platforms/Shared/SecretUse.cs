using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.Shared;

/// <summary>A secret that a job reads.</summary>
/// <param name="Name">Its name on the platform.</param>
/// <param name="Required">True when the job cannot do its work without it.</param>
/// <param name="Job">The job.</param>
internal sealed record SecretUse(string Name, bool Required, Job Job)
{
    /// <summary>The secrets that a job gets as variables, in their order.</summary>
    public static IEnumerable<SecretUse> InEnvironment(Job job)
    {
        foreach (var (_, value) in job.Env)
        {
            if (value is SecretValue secret)
            {
                yield return new SecretUse(secret.Name, secret.Required, job);
            }
        }
    }
}
