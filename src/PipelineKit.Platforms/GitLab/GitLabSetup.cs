using PipelineKit.Core.Model;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitLab;

/// <summary>What a GitLab project needs besides its <c>.gitlab-ci.yml</c>. The paths are those of GitLab's menus.</summary>
public sealed class GitLabSetup : IPlatformSetup
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Describe(Pipeline pipeline) =>
    [
        .. Gate(pipeline),
        .. Schedule(pipeline.Triggers),
        .. Runners(pipeline),
        .. Containers(pipeline),
        .. Secrets(pipeline),
        .. Releases(pipeline),
        .. Environments(pipeline),
        .. Pages(pipeline),
        .. Operations(pipeline),
    ];

    private static IEnumerable<string> Gate(Pipeline pipeline)
    {
        if (pipeline.GateJobs.Any())
        {
            yield return $"Settings > Repository > Protected branches: protect {string.Join(", ", pipeline.Triggers.AlsoBranches.Select(branch => branch.Replace("**", "*", StringComparison.Ordinal)).Prepend(pipeline.Triggers.DefaultBranch))}, so that changes come by merge requests only.";
            yield return "Settings > Merge requests: switch \"Pipelines must succeed\" on; without it a merge does not wait for the quality gate.";
        }
    }

    private static IEnumerable<string> Schedule(Triggers triggers)
    {
        if (triggers.Schedule is { } cron)
        {
            yield return $"Build > Pipeline schedules: add a schedule \"{cron}\", time zone UTC, branch {triggers.DefaultBranch}.";
        }
    }

    private static IEnumerable<string> Runners(Pipeline pipeline) => pipeline.Jobs
        .Where(job => job.Runner.GitLabTags.Count > 0)
        .Select(job => new TaggedRunner(job.Runner.Os, string.Join(", ", job.Runner.GitLabTags)))
        .Distinct()
        .OrderBy(runner => runner.Os, StringComparer.Ordinal).ThenBy(runner => runner.Tags, StringComparer.Ordinal)
        .Select(runner => $"Settings > CI/CD > Runners: have a {runner.Os} runner with the tags {runner.Tags}.");

    private static IEnumerable<string> Containers(Pipeline pipeline) =>
        from job in pipeline.Jobs
        from toolchain in job.Toolchains
        let service = toolchain.Definition.GitLabService
        where service is not null
        group job.Id by service.Runner into uses
        select $"Settings > CI/CD > Runners: {string.Join(", ", uses)} need a runner {uses.Key}.";

    private static IEnumerable<string> Secrets(Pipeline pipeline)
    {
        var uses = pipeline.Jobs
            .SelectMany(job => SecretUse.InEnvironment(job)
                .Concat(OidcSection.FallbackVariable(job) is { } name ? [new SecretUse(name, true, job)] : []))
            .GroupBy(use => use.Name, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (var use in uses)
        {
            var jobs = string.Join(", ", use.Select(u => u.Job.Id).Distinct(StringComparer.Ordinal));
            var guarded = use.All(u => Shared.Releases.IsRelease(u.Job)) ? "masked and protected" : "masked";
            var without = use.Any(u => u.Required) ? "without it they are left out of the pipeline" : "they run without it as well";
            yield return $"Settings > CI/CD > Variables: add {use.Key}, {guarded}, for {jobs}; {without}.";
        }
    }

    private static IEnumerable<string> Releases(Pipeline pipeline)
    {
        var releases = pipeline.Jobs.Where(job => job.Oidc is not null || job.Phase == Phase.Publish).ToList();
        if (releases.Count > 0 && pipeline.Triggers.Tags.Count > 0)
        {
            var tags = string.Join(", ", pipeline.Triggers.Tags.Select(tag => tag == "**" ? "*" : tag));
            yield return $"Settings > Repository > Protected tags: protect {tags}, so that only maintainers can start {string.Join(", ", releases.Select(j => j.Id))}.";
        }

        var file = pipeline.Settings.Files.GetValueOrDefault("gitlab", ".gitlab-ci.yml");
        foreach (var sentence in releases.Where(job => job.Oidc is not null).Select(job => RegistrySetup.Of(job, "gitlab", file) ?? Trust(job.Oidc!)).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            yield return sentence;
        }
    }

    private static string? Trust(RegistryDefinition registry) => registry.Audience is not null && registry.Platforms.Contains("gitlab", StringComparer.Ordinal)
        ? $"At {registry.Id}: trust the identity tokens of this project."
        : null;

    private static IEnumerable<string> Environments(Pipeline pipeline) => pipeline.Jobs
        .Select(job => job.Environment).OfType<DeploymentEnvironment>().Where(environment => environment.Approval)
        .Select(environment => environment.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        .Select(name => $"Settings > CI/CD > Protected environments (Premium): name who may start \"{name}\"; otherwise everyone who can push to the branch or tag can.");

    private static IEnumerable<string> Pages(Pipeline pipeline)
    {
        if (pipeline.Jobs.Any(job => job.Pages is not null))
        {
            yield return "Settings > General > Visibility: switch Pages on and choose who can see the site.";
        }
    }

    private static IEnumerable<string> Operations(Pipeline pipeline)
    {
        if (pipeline.Jobs.Any(job => job.PlatformOperation == "clear-caches"))
        {
            yield return "Build > Pipelines: \"Clear runner caches\" is a button there, not a job.";
        }
    }

    private sealed record TaggedRunner(string Os, string Tags);
}
