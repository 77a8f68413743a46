using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitLab;

/// <summary>One job: where and when it runs, then what it does, then what it leaves.</summary>
internal static class JobSection
{
    public static YamlMap Build(Job job, GitLabPlan plan)
    {
        JobNames.Check(job, plan);
        ReportVariables(job, plan);
        var image = ImageSection.Choose(job, plan);
        var map = new YamlMap { ["stage"] = plan.Stages.NameOf(job) };
        NeedsSection.AddTo(map, job, plan);
        RulesSection.AddTo(map, job, plan);
        AddRunner(map, job, image, plan);
        MatrixSection.AddTo(map, job, plan);
        ServicesSection.AddTo(map, job, plan);
        DeploymentSection.AddTo(map, job, plan);
        OidcSection.AddTo(map, job, plan);
        VariablesSection.AddTo(map, job, plan);
        CacheSection.AddTo(map, job, plan);
        ScriptSection.AddTo(map, job, image, plan);
        ArtifactsSection.AddTo(map, job, plan);
        DeploymentSection.AddPages(map, job, plan);
        map.BlankLineAbove = true;
        return map;
    }

    private static void AddRunner(YamlMap map, Job job, ImageSection image, GitLabPlan plan)
    {
        image.AddTo(map, plan, job);
        if (plan.Tags.Count == 0 && job.Runner.GitLabTags.Count > 0)
        {
            map["tags"] = YamlList.Inline(job.Runner.GitLabTags);
        }

        map["timeout"] = Durations.Text(job.Timeout);
        if (Releases.IsRelease(job) || job.Concurrency is { Cancel: false })
        {
            map["interruptible"] = false;
        }
    }

    private static void ReportVariables(Job job, GitLabPlan plan)
    {
        if (JobConditions.RequiredVariables(job) is { Count: > 0 } variables)
        {
            plan.Report(
                GitLabDiagnostics.LeftOutWithoutVariable,
                $"job \"{job.Id}\" is left out of pipelines that do not have {string.Join(", ", variables)}",
                "set it under Settings > CI/CD > Variables");
        }
    }
}
