using PipelineKit.Core.Model;
using PipelineKit.Execution.Planning;
using PipelineKit.Execution.Reporting;

namespace PipelineKit.Execution.Incremental;

/// <summary>Leaves whose fingerprint is that of their last pass are not run again; their reports are put back.</summary>
internal sealed class PassedLeaves(Fingerprints fingerprints, string root)
{
    private readonly Dictionary<LeafPlan, string> _fingerprints = [];

    /// <summary>Marks the leaves that need not run. Publishing is never left out.</summary>
    public async Task ApplyAsync(IReadOnlyList<JobPlan> plans)
    {
        foreach (var plan in plans.Where(p => p.SkipReason is null && !p.Job.Publishes()))
        {
            foreach (var leaf in plan.Leaves.Where(l => !plan.SkippedLeaves.ContainsKey(l)))
            {
                _fingerprints[leaf] = await fingerprints.OfAsync(leaf);
                if (IsRemembered(leaf) && plan.Job.RequiredArtifacts().All(a => FileSets.Any(root, a)))
                {
                    plan.UnchangedLeaves.Add(leaf);
                    Restore(leaf);
                }
            }
        }
    }

    /// <summary>The leaf has passed: keeps its fingerprint and a copy of its reports.</summary>
    public void Remember(LeafPlan plan)
    {
        if (!_fingerprints.TryGetValue(plan, out var fingerprint))
        {
            return;
        }

        var folder = FolderOf(plan);
        Delete(folder);
        ReportFolders.Copy(ReportsOf(plan), Path.Combine(folder, "reports"));
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "fingerprint"), fingerprint);
    }

    private bool IsRemembered(LeafPlan plan)
    {
        var file = Path.Combine(FolderOf(plan), "fingerprint");
        return File.Exists(file) && File.ReadAllText(file) == _fingerprints[plan];
    }

    private void Restore(LeafPlan plan)
    {
        Delete(ReportsOf(plan));
        ReportFolders.Copy(Path.Combine(FolderOf(plan), "reports"), ReportsOf(plan));
    }

    private string ReportsOf(LeafPlan plan) => Path.Combine(root, ReportFolders.NameOf(plan.Job, plan.Leaf));

    private string FolderOf(LeafPlan plan) =>
        Path.Combine(root, RunFolder.State, plan.Leaf.Values.Count == 0 ? plan.Job.Id : $"{plan.Job.Id}@{plan.Leaf.Id}");

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
