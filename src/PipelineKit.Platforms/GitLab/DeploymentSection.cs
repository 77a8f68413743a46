using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Platforms.GitLab;

/// <summary>What only releasing jobs have: the environment, the lock against a second one at the same time, and pages.</summary>
internal static class DeploymentSection
{
    public static void AddTo(YamlMap map, Job job, GitLabPlan plan)
    {
        if (job.Environment is { } environment)
        {
            map["environment"] = Environment(environment, plan);
        }

        if (job.Concurrency is { } concurrency)
        {
            UnexpandedText.Check(concurrency.Group, $"the concurrency group of job \"{job.Id}\"", plan);
            map["resource_group"] = concurrency.Group;
        }
    }

    /// <summary>Adds <c>pages</c>; the folder also stands among the artifacts, which older servers need.</summary>
    public static void AddPages(YamlMap map, Job job, GitLabPlan plan)
    {
        if (job.Pages is { } pages)
        {
            UnexpandedText.Check(pages.Directory, $"the pages folder of job \"{job.Id}\"", plan);
            map["pages"] = new YamlMap { ["publish"] = pages.Directory };
        }
    }

    private static YamlNode Environment(DeploymentEnvironment environment, GitLabPlan plan)
    {
        UnexpandedText.Check(environment.Name, "the name of an environment", plan);
        if (environment.Url is not { } url)
        {
            return environment.Name;
        }

        UnexpandedText.Check(url, $"the address of the environment \"{environment.Name}\"", plan);
        return new YamlMap { ["name"] = environment.Name, ["url"] = url };
    }
}
