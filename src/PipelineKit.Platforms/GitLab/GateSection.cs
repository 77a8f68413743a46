using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitLab;

/// <summary>
/// The job <c>quality-gate</c>: one green mark for "every gate job passed or was left out", which publishing jobs can need.
/// </summary>
/// <remarks>
/// It has neither <c>needs</c> nor <c>rules</c>: it then waits for all earlier stages and is in every pipeline. When a job before it fails, it
/// stays away, and the failed pipeline is the report ("Pipelines must succeed" blocks the merge). A gate that always ran could say no more: jobs
/// of GitLab cannot see each other's result. Only where an automatic job before it does not count for the gate and may fail is the list of
/// gate jobs written out, so that this job cannot hold the gate.
/// </remarks>
internal static class GateSection
{
    public const string JobId = "quality-gate";

    /// <summary>What the gate says when it runs.</summary>
    public const string Sentence = "echo \"Every earlier job passed, was allowed to fail or was left out by its rules.\"";

    public static YamlMap? Build(GitLabPlan plan)
    {
        if (plan.Stages.LastGated is not { } last)
        {
            return null;
        }

        var job = new YamlMap { ["stage"] = StageOrder.Gate };
        var strangers = plan.Jobs.Where(j => !j.Gate && plan.Stages.PhaseOf(j) <= last && CanHold(j)).ToList();
        AddNeeds(job, strangers, plan);
        job["image"] = Images.Pulled(plan.Pipeline.Settings, plan.Pins.Image(ImageSection.Shell));
        if (plan.Tags.Count == 0 && Tags(plan) is { Count: > 0 } tags)
        {
            job["tags"] = YamlList.Inline(tags);
        }

        job["timeout"] = "5 minutes";
        job["variables"] = new YamlMap { ["GIT_STRATEGY"] = "none" };
        job["script"] = new YamlList(new YamlScalar(Sentence).WithComment("not reached in a pipeline that failed"));
        return job;
    }

    // Without needs a job takes the artifacts of all earlier stages; `dependencies: []` keeps it from that.
    private static void AddNeeds(YamlMap map, List<Job> strangers, GitLabPlan plan)
    {
        var gateJobs = plan.Jobs.Where(j => j.Gate).ToList();
        if (strangers.Count == 0)
        {
            map["dependencies"] = new YamlList();
        }
        else if (gateJobs.Sum(GitLabPlan.Leaves) <= GitLabLimits.Needs)
        {
            map["needs"] = new YamlList(gateJobs.Select(j => Need(j, plan)));
        }
        else
        {
            map["dependencies"] = new YamlList();
            plan.Report(
                GitLabDiagnostics.TooManyNeeds,
                $"there are more than {GitLabLimits.Needs} gate jobs, so the gate waits for all jobs before it: a failure of {string.Join(", ", strangers.Select(j => j.Id))} holds it as well");
        }
    }

    private static YamlMap Need(Job job, GitLabPlan plan)
    {
        var need = new YamlMap { ["job"] = job.Id, ["artifacts"] = false };
        if (plan.Conditions.MayBeAbsent(job))
        {
            need["optional"] = true;
        }

        return need;
    }

    private static bool CanHold(Job job) => !job.AllowFailure && !job.When.OnlyManual && job.Environment is not { Approval: true };

    private static IReadOnlyList<string> Tags(GitLabPlan plan) =>
        plan.Jobs.FirstOrDefault(job => job.Runner.Os == "linux")?.Runner.GitLabTags ?? [];
}
