namespace PipelineKitRunner;

/// <summary>Reports lie where CI leaves them. A fresh machine has none of an earlier run; here they are removed first.</summary>
internal sealed class ReportFolders(string root)
{
    public void Clear(LeafPlan plan)
    {
        Delete(plan.Job.Reports);
        if (plan.Job.Data.Reports is { } folder)
        {
            System.IO.Directory.CreateDirectory(Full(folder));
        }
    }

    /// <summary>A leaf's folder gets the leaf's name, as its artifact has in CI.</summary>
    public void Keep(LeafPlan plan)
    {
        var folder = Full(plan.Job.Reports);
        Ignore(plan.Job.Reports);
        if (plan.Leaf.Values.Count > 0 && System.IO.Directory.Exists(folder))
        {
            Delete(NameOf(plan.Job, plan.Leaf));
            System.IO.Directory.Move(folder, Full(NameOf(plan.Job, plan.Leaf)));
        }
    }

    /// <summary>Once all leaves have run: those of the primary leaf also lie where later jobs look for them.</summary>
    public void KeepPrimary(JobResult result)
    {
        var ran = result.Leaves.Where(l => l.Outcome is not (Outcome.Skipped or Outcome.NotRun) && l.Leaf.Values.Count > 0).Select(l => l.Leaf).ToList();
        if (ran.Count > 0)
        {
            Delete(result.Job.Reports);
            Copy(Full(NameOf(result.Job, Leaf.PrimaryOf(result.Job.Data, ran))), Full(result.Job.Reports));
        }
    }

    /// <summary>Folder of one leaf's reports.</summary>
    public static string NameOf(JobInfo job, Leaf leaf) => leaf.Values.Count == 0 ? job.Reports : job.Reports + "-" + leaf.Id;

    public static void Copy(string from, string to)
    {
        if (System.IO.Directory.Exists(from))
        {
            System.IO.Directory.CreateDirectory(to);
            foreach (var entry in new System.IO.DirectoryInfo(from).EnumerateFileSystemInfos())
            {
                var target = System.IO.Path.Combine(to, entry.Name);
                if (entry is System.IO.FileInfo file)
                {
                    file.CopyTo(target, overwrite: true);
                }
                else if (entry.LinkTarget is null)
                {
                    Copy(entry.FullName, target);
                }
            }
        }
    }

    private string Full(string folder) => System.IO.Path.Combine(root, folder);

    private void Delete(string folder)
    {
        if (System.IO.Directory.Exists(Full(folder)))
        {
            System.IO.Directory.Delete(Full(folder), recursive: true);
        }
    }

    // Nobody has to remember to keep reports out of git.
    private void Ignore(string reports)
    {
        var parent = System.IO.Path.GetDirectoryName(Full(reports))!;
        var file = System.IO.Path.Combine(parent, ".gitignore");
        if (System.IO.Path.GetFileName(parent) == ".reports" && System.IO.Directory.Exists(parent) && !System.IO.File.Exists(file))
        {
            try
            {
                System.IO.File.WriteAllText(file, "*\n");
            }
            catch (System.IO.IOException)
            {
                // A job that ended at the same moment is writing it.
            }
        }
    }
}
