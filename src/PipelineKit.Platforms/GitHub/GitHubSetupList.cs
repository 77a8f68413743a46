using PipelineKit.Core.Model;
using PipelineKit.Platforms.GitHub.Steps;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitHub;

/// <summary>What a GitHub repository needs besides its workflow. The paths are those of GitHub's menus.</summary>
public sealed class GitHubSetupList : IPlatformSetup
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Describe(Pipeline pipeline) =>
    [
        .. Gate(pipeline),
        .. SecretNotices.Of(pipeline, "Settings > Secrets and variables > Actions"),
        .. Environments(pipeline),
        .. Registries(pipeline),
        .. Pages(pipeline),
        .. CodeScanning(pipeline),
    ];

    private static IEnumerable<string> Gate(Pipeline pipeline)
    {
        if (GateJob.Exists(pipeline))
        {
            yield return $"Settings > Rules > Rulesets: require the status check \"{GateJob.Id}\" for {pipeline.Triggers.DefaultBranch}; without it a merge does not wait for the quality gate.";
        }
    }

    private static IEnumerable<string> Environments(Pipeline pipeline) => pipeline.Jobs
        .Select(job => job.Environment).OfType<DeploymentEnvironment>().Where(environment => environment.Approval)
        .Select(environment => environment.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        .Select(name => $"Settings > Environments: create \"{name}\" with required reviewers; without them nobody is asked.");

    private static IEnumerable<string> Registries(Pipeline pipeline)
    {
        foreach (var job in pipeline.Jobs.Where(job => job.Oidc is not null).DistinctBy(job => job.Oidc!.Id))
        {
            var registry = job.Oidc!;
            if (registry.Audience is null)
            {
                continue;
            }

            if (LoginSteps.UsesToken(registry))
            {
                yield return registry.Setup.Length > 0 ? registry.Setup : $"At {registry.Id}: trust the identity tokens of this repository.";
            }
            else if (registry.SecretVariable is null)
            {
                yield return $"At {registry.Id}: give the job {job.Id} a way to log in.";
            }
        }
    }

    private static IEnumerable<string> Pages(Pipeline pipeline)
    {
        if (pipeline.Jobs.Any(job => job.Pages is not null))
        {
            yield return "Settings > Pages: choose \"GitHub Actions\" as the source.";
        }
    }

    private static IEnumerable<string> CodeScanning(Pipeline pipeline)
    {
        if (pipeline.Settings.CodeScanning == Core.Model.CodeScanning.On && pipeline.Jobs.Any(job => job.Reports.Any(report => report.Kind == ReportKind.Sarif)))
        {
            yield return "Settings > Advanced Security: a private repository needs the paid code scanning to be switched on.";
        }
    }
}
