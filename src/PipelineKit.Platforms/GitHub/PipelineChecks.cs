using PipelineKit.Core.Model;
using PipelineKit.Platforms.GitHub.Conditions;
using PipelineKit.Platforms.GitHub.Steps;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitHub;

/// <summary>Finds what GitHub cannot do, before anything is written.</summary>
internal sealed class PipelineChecks(GitHubContext context, EventCondition events)
{
    public void Run()
    {
        foreach (var job in context.Pipeline.Jobs)
        {
            foreach (var place in TextCheck.NulIn(job))
            {
                context.Report(PlatformDiagnostics.TextNotRepresentable, $"job \"{job.Id}\", {place}: the character NUL ends a text and cannot be passed on");
            }

            NameChecks.Run(context, job);
            CheckPlace(job);
            CheckScripts(job);
            CheckPublication(job);
            if (job.Matrix is { } matrix && MatrixLeaves.Of(matrix).Take(MatrixMap.MaximumLeaves + 1).Count() > MatrixMap.MaximumLeaves)
            {
                context.Report(PlatformDiagnostics.MatrixTooLarge, $"job \"{job.Id}\": a matrix makes {MatrixMap.MaximumLeaves} jobs at most on {context.Dialect.Title}");
            }
        }

        foreach (var job in context.Pipeline.Jobs.Where(j => j.Pages is not null).Skip(1))
        {
            context.Report(PlatformDiagnostics.NotExpressible, $"job \"{job.Id}\": a repository has one Pages site, and an earlier job deploys it already");
        }
    }

    private void CheckPlace(Job job)
    {
        if (job.Runner.Os != "linux" && (job.Services.Count > 0 || job.Runner.Image is not null))
        {
            context.Report(
                PlatformDiagnostics.NotExpressible,
                $"job \"{job.Id}\": containers and services run on Linux runners only, and this job asks for {job.Runner.Os}",
                "use a Linux runner, or a service that is reachable from outside");
        }

        if (job.PlatformOperation is { } operation && PlatformOperations.Steps(operation) is null)
        {
            context.Report(PlatformDiagnostics.NotExpressible, $"job \"{job.Id}\": GitHub has no operation \"{operation}\"; expected \"{PlatformOperations.ClearCaches}\"");
        }
    }

    private void CheckScripts(Job job)
    {
        foreach (var command in job.Run.Where(c => c.Script is not null))
        {
            if (command.Shell == "sh" && job.Runner.Os == "windows")
            {
                context.Report(
                    PlatformDiagnostics.ShellUnavailable, $"job \"{job.Id}\", command \"{command.Name}\": GitHub's Windows runners have no sh", "use bash or pwsh");
            }

            if (command.Shell == "pwsh" && (command.Stdout is not null || (command.OnFailure == OnFailure.Report && command.Findings.Count > 0)))
            {
                context.Report(
                    PlatformDiagnostics.NotExpressible,
                    $"job \"{job.Id}\", command \"{command.Name}\": `stdout` and reported findings need an argument list or a script for sh or bash",
                    "write the file and judge the exit code inside the script");
            }
        }
    }

    private void CheckPublication(Job job)
    {
        if (job.Oidc is { } registry && !LoginSteps.UsesToken(registry))
        {
            context.Report(
                PlatformDiagnostics.SecretInsteadOfToken,
                $"job \"{job.Id}\": {registry.Id} takes no identity tokens from {context.Dialect.Title}; "
                + (registry.SecretVariable is { } name ? $"the secret {name} is used" : "and its file names no secret to use instead"));
        }

        if (job.Phase >= Phase.Publish && job.Concurrency?.Cancel != true && events.Runs(job, PipelineEvents.PullRequest) && !job.When.OnlyManual)
        {
            context.Report(
                GitHubDiagnostics.CancelledWithItsRun,
                $"job \"{job.Id}\" also runs on pull requests, where a newer push cancels the whole run and this job with it",
                "leave `pull-request` out of its `when: events:`");
        }
    }
}
