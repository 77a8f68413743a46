using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Platforms.GitLab;

/// <summary>
/// <c>workflow</c>: which pipelines exist at all. One per commit: a branch with an open merge request gets the merge request's pipeline and not
/// a second one for the push. Only merge requests cancel what a newer commit made superfluous; every commit of a lasting branch keeps its result.
/// </summary>
internal static class WorkflowSection
{
    public static YamlMap Build(GitLabPlan plan)
    {
        var triggers = plan.Pipeline.Triggers;
        var request = new YamlMap
        {
            ["if"] = Expressions.MergeRequest,
            ["auto_cancel"] = new YamlMap { Flow = true, ["on_new_commit"] = "interruptible" },
        };
        var lasting = new List<string> { Expressions.Matches("$CI_COMMIT_BRANCH", [triggers.DefaultBranch]) };
        var tags = triggers.Tags.Count > 0 ? Expressions.Matches("$CI_COMMIT_TAG", triggers.Tags) : null;

        // A schedule and the "New pipeline" button are started by people who chose the branch.
        const string people = "$CI_PIPELINE_SOURCE == \"schedule\" || $CI_PIPELINE_SOURCE == \"web\"";
        if (triggers.AlsoBranches.Count == 0)
        {
            var rule = If(string.Join(" || ", lasting.Append(tags).Append(people).OfType<string>()));
            rule["auto_cancel"] = Never();
            return Section([request, rule]);
        }

        ReportPushJobs(plan);
        lasting.Add(Expressions.Matches("$CI_COMMIT_BRANCH", triggers.AlsoBranches));
        var rest = If(string.Join(" || ", new[] { lasting[1], tags, people }.OfType<string>()));
        rest["auto_cancel"] = Never();
        var main = If(lasting[0]);
        main["auto_cancel"] = Never();
        return Section([request, main, new YamlMap { ["if"] = "$CI_PIPELINE_SOURCE == \"push\" && $CI_OPEN_MERGE_REQUESTS", ["when"] = "never" }, rest]);
    }

    private static YamlMap Section(IEnumerable<YamlNode> rules) => new()
    {
        Comment = "one pipeline a change; a new push to a merge request ends its earlier one",
        ["rules"] = new YamlList(rules),
    };

    private static YamlMap Never() => new() { Flow = true, ["on_new_commit"] = "none" };

    private static YamlMap If(string expression) => new() { ["if"] = YamlScalar.Folded(expression) };

    private static void ReportPushJobs(GitLabPlan plan)
    {
        var jobs = plan.Jobs.Where(job => OnlyPushOutsideDefault(plan.Conditions.Of(job).When, plan.Pipeline.Triggers)).Select(job => job.Id).ToList();
        if (jobs.Count > 0)
        {
            plan.Report(
                GitLabDiagnostics.PushDuringMergeRequest,
                $"{string.Join(", ", jobs)}: runs on pushes and not in merge requests; while a branch other than \"{plan.Pipeline.Triggers.DefaultBranch}\" has an open merge request, its pushes start only the merge request's pipeline");
        }
    }

    private static bool OnlyPushOutsideDefault(Condition when, Triggers triggers) =>
        when.Events.HasFlag(PipelineEvents.Push) && !when.Events.HasFlag(PipelineEvents.PullRequest)
        && (when.Branches.Count == 0 || when.Branches.Any(branch => branch != triggers.DefaultBranch));
}
