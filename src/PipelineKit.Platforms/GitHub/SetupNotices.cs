using PipelineKit.Core.Model;
using PipelineKit.Platforms.GitHub.Steps;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitHub;

/// <summary>Tells what has to be set on GitHub because no file can say it, each thing once.</summary>
internal static class SetupNotices
{
    public static void Report(GitHubContext context)
    {
        foreach (var notice in All(context.Pipeline).Distinct(StringComparer.Ordinal))
        {
            context.Report(PlatformDiagnostics.PlatformSetting, "GitHub: " + notice);
        }
    }

    private static IEnumerable<string> All(Pipeline pipeline)
    {
        if (GateJob.Exists(pipeline))
        {
            yield return $"require the check \"{GateJob.Id}\" in a ruleset for {pipeline.Triggers.DefaultBranch}";
        }

        foreach (var job in pipeline.Jobs)
        {
            foreach (var secret in job.Env.Select(e => e.Value).OfType<SecretValue>())
            {
                yield return $"create the secret {secret.Name}" + (secret.Required ? "" : " (optional)");
            }

            if (job.Environment is { Approval: true } environment)
            {
                yield return $"create the environment {environment.Name} with required reviewers";
            }

            if (job.Oidc is { } registry)
            {
                yield return LoginSteps.UsesToken(registry) ? $"{registry.Id}: {registry.Setup}".TrimEnd(' ', ':')
                    : registry.SecretVariable is { } name ? $"create the secret {name}"
                    : $"give the job {job.Id} a way to log in to {registry.Id}";
            }

            if (job.Pages is not null)
            {
                yield return "choose \"GitHub Actions\" as the source of Pages";
            }
        }
    }
}
