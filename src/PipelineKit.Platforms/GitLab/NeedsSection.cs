using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitLab;

/// <summary><c>needs</c> of a job, written for all but those of the first stage: without it a job waits for all earlier stages and takes all their artifacts.</summary>
internal static class NeedsSection
{
    public static void AddTo(YamlMap map, Job job, GitLabPlan plan)
    {
        var needs = job.Needs.Select(need => plan.Find(need.JobId) is { } needed ? new Edge(needed, need.Artifacts.Count > 0) : null).OfType<Edge>().ToList();
        var gate = job.NeedsGate && plan.Stages.LastGated is not null;
        if (gate && !plan.Stages.IsBehindGate(job))
        {
            needs.AddRange(plan.Jobs.Where(j => j.Gate && j != job && needs.All(n => n.Job != j)).Select(j => new Edge(j, false)));
            gate = false;
        }

        if (needs.Sum(CountLeaves) + (gate ? 1 : 0) > GitLabLimits.Needs)
        {
            UseStageOrder(map, job, needs, plan);
            return;
        }

        if (needs.Count == 0 && !gate && plan.Stages.IsFirst(job))
        {
            return;
        }

        var nodes = needs.Select(need => Node(need, plan.Conditions.MayBeAbsent(need.Job, job), plan)).Concat(gate ? [(YamlNode)GateSection.JobId] : []).ToList();
        map["needs"] = new YamlList(nodes) { Flow = nodes.All(node => node is YamlScalar) };
    }

    // One entry per leaf counts, except where only the primary leaf is named.
    private static int CountLeaves(Edge need) => need.Artifacts ? 1 : GitLabPlan.Leaves(need.Job);

    private static YamlNode Node(Edge need, bool optional, GitLabPlan plan)
    {
        var spread = need.Artifacts && need.Job.Matrix is not null;
        if (spread && GitLabPlan.Leaves(need.Job) > 1)
        {
            plan.Report(
                GitLabDiagnostics.EveryLeafReports,
                $"artifacts of \"{need.Job.Id}\" are taken from the primary leaf of its matrix, and only that leaf is waited for");
        }

        // Reports are artifacts too; a job that asked for none should not download them.
        var none = !need.Artifacts && ArtifactsSection.HasAny(need.Job);
        if (!spread && !none && !optional)
        {
            return need.Job.Id;
        }

        var node = new YamlMap { ["job"] = need.Job.Id };
        if (none)
        {
            node["artifacts"] = false;
        }

        if (optional)
        {
            node["optional"] = true;
        }

        if (spread)
        {
            node["parallel"] = MatrixSection.Primary(need.Job.Matrix!);
        }

        return node;
    }

    private static void UseStageOrder(YamlMap map, Job job, List<Edge> needs, GitLabPlan plan)
    {
        var same = needs.Where(n => plan.Stages.NameOf(n.Job) == plan.Stages.NameOf(job)).Select(n => $"\"{n.Job.Id}\"").ToList();
        if (same.Count > 0)
        {
            plan.Report(
                PlatformDiagnostics.NotExpressible,
                $"job \"{job.Id}\" needs more than {GitLabLimits.Needs} jobs, and {string.Join(", ", same)} among them stand in its own phase, where the order of stages says nothing",
                "move the job to a later phase, or name fewer needs");
            return;
        }

        plan.Report(
            GitLabDiagnostics.TooManyNeeds,
            $"job \"{job.Id}\" needs {needs.Sum(CountLeaves)} jobs; GitLab allows {GitLabLimits.Needs}, so it waits for all jobs of the earlier stages");
        map["dependencies"] = YamlList.Inline(needs.Where(n => n.Artifacts).Select(n => n.Job.Id));
    }

    private sealed record Edge(Job Job, bool Artifacts);
}
