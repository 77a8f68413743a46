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
        .. Tags(pipeline),
        .. Runners(pipeline),
        .. SecretNotices.Of(pipeline, "Settings > Secrets and variables > Actions"),
        .. Environments(pipeline),
        .. Registries(pipeline).Distinct(StringComparer.Ordinal),
        .. Pages(pipeline),
        .. CodeScanning(pipeline),
    ];

    private static IEnumerable<string> Gate(Pipeline pipeline)
    {
        if (GateJob.Exists(pipeline))
        {
            yield return $"Settings > Rules > Rulesets: require the status check \"{GateJob.Id}\" for {pipeline.Triggers.DefaultBranch}; without it a merge does not wait for the quality gate. A merge queue is switched on there too; the workflow answers it.";
        }
    }

    private static IEnumerable<string> Tags(Pipeline pipeline)
    {
        var jobs = pipeline.Jobs.Where(job => job.Phase >= Phase.Publish && job.When.Events != PipelineEvents.All && job.When.Events.HasFlag(PipelineEvents.Tag)).ToList();
        if (jobs.Count > 0 && pipeline.Triggers.Tags.Count > 0)
        {
            yield return $"Settings > Rules > Rulesets: protect the tags {string.Join(", ", pipeline.Triggers.Tags)}, so that only maintainers can start {string.Join(", ", jobs.Select(j => j.Id))}.";
        }
    }

    private static IEnumerable<string> Runners(Pipeline pipeline) => pipeline.Jobs
        .Where(job => !job.Runner.GitHubLabels.All(IsHosted)).Select(job => string.Join(", ", job.Runner.GitHubLabels)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        .Select(labels => $"Settings > Actions > Runners: have a runner with the labels {labels}.");

    private static bool IsHosted(string label) => label.Split('-')[0] is "ubuntu" or "windows" or "macos";

    private static IEnumerable<string> Environments(Pipeline pipeline) => pipeline.Jobs
        .Where(job => job.Environment is { Approval: true }).GroupBy(job => job.Environment!.Name, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => (group.Key, Sources: SourcesOf([.. group.Select(RegistrySetup.Sources)])))
        .Select(environment => $"Settings > Environments: create \"{environment.Key}\" with required reviewers{(environment.Sources.Count > 0 ? $", and allow deployments from {string.Join(", ", environment.Sources)} only" : "")}; without reviewers nobody is asked.");

    // One job that deploys from anywhere leaves nothing to restrict.
    private static List<string> SourcesOf(IReadOnlyList<IReadOnlyList<string>> jobs) =>
        jobs.Any(sources => sources.Count == 0) ? [] : [.. jobs.SelectMany(s => s).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Registries(Pipeline pipeline)
    {
        var file = pipeline.Settings.Files.GetValueOrDefault("github", ".github/workflows/ci.yml");
        foreach (var job in pipeline.Jobs.Where(job => job.Oidc is not null))
        {
            var registry = job.Oidc!;
            if (LoginSteps.UsesToken(registry))
            {
                yield return RegistrySetup.Of(job, "github", file) ?? $"At {registry.Id}: trust the identity tokens of this repository.";
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
