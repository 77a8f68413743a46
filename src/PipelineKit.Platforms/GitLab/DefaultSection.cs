using PipelineKit.Core.Yaml;

namespace PipelineKit.Platforms.GitLab;

/// <summary>
/// <c>default</c>: what holds for every job. A job that is only a check may be cancelled by a newer commit; a machine that failed is no verdict on
/// the code, so the job is tried again.
/// </summary>
internal static class DefaultSection
{
    public static YamlMap Build(GitLabPlan plan)
    {
        var map = new YamlMap
        {
            ["interruptible"] = true,
            ["retry"] = new YamlMap { Flow = true, Comment = "when the machine failed, never when the code did", ["max"] = 2, ["when"] = YamlList.Inline(["runner_system_failure", "api_failure"]) },
        };
        if (plan.Tags.Count > 0)
        {
            map["tags"] = YamlList.Inline(plan.Tags);
        }

        return map;
    }
}
