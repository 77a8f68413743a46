namespace PipelineKitRunner;

/// <summary>--incremental: leaves whose fingerprint is that of their last pass are not run again; their reports are put back.</summary>
internal sealed class Incremental(PipelineData pipeline, string root, ToolchainProbes probes)
{
    private readonly Dictionary<LeafPlan, string> _fingerprints = [];

    /// <summary>Marks the leaves that need not run.</summary>
    public async Task ApplyAsync(IReadOnlyList<JobPlan> plans)
    {
        var fingerprints = new Fingerprints(pipeline, root, probes, new Git(ProgramFinder.ForThisMachine(), root));
        foreach (var plan in plans.Where(p => p.SkipReason is null && !p.Job.Data.Publishes))
        {
            foreach (var leaf in plan.Leaves.Where(l => !plan.SkippedLeaves.ContainsKey(l)))
            {
                _fingerprints[leaf] = await fingerprints.OfAsync(leaf);
                if (IsRemembered(leaf) && plan.Job.Data.Artifacts.All(a => FileSets.Any(root, a)))
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
        var folder = FolderOf(plan);
        if (System.IO.Directory.Exists(folder))
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }

        ReportFolders.Copy(ReportsOf(plan), System.IO.Path.Combine(folder, "reports"));
        System.IO.Directory.CreateDirectory(folder);
        System.IO.File.WriteAllText(System.IO.Path.Combine(folder, "fingerprint"), _fingerprints[plan]);
    }

    private bool IsRemembered(LeafPlan plan)
    {
        var file = System.IO.Path.Combine(FolderOf(plan), "fingerprint");
        return System.IO.File.Exists(file) && System.IO.File.ReadAllText(file) == _fingerprints[plan];
    }

    private void Restore(LeafPlan plan)
    {
        var reports = ReportsOf(plan);
        if (System.IO.Directory.Exists(reports))
        {
            System.IO.Directory.Delete(reports, recursive: true);
        }

        ReportFolders.Copy(System.IO.Path.Combine(FolderOf(plan), "reports"), reports);
    }

    private string ReportsOf(LeafPlan plan) => System.IO.Path.Combine(root, ReportFolders.NameOf(plan.Job, plan.Leaf));

    private string FolderOf(LeafPlan plan) =>
        System.IO.Path.Combine(root, ".cake", "state", plan.Leaf.Values.Count == 0 ? plan.Job.Id : $"{plan.Job.Id}@{plan.Leaf.Id}");
}
