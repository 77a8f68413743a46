using PipelineKit.Core.Model;
using PipelineKit.Execution.Planning;

namespace PipelineKit.Execution.Reporting;

/// <summary>Reports lie where CI leaves them. A fresh machine has none of an earlier run; here they are removed first.</summary>
internal sealed class ReportFolders(string root)
{
    /// <summary>Before a leaf: the folder is empty, and there if something is to be written into it.</summary>
    public void Clear(LeafPlan plan)
    {
        Delete(plan.Job.ReportsDirectory);
        if (IsWritten(plan.Job))
        {
            Directory.CreateDirectory(Full(plan.Job.ReportsDirectory));
        }
    }

    /// <summary>A leaf's folder gets the leaf's name, as its artifact has in CI.</summary>
    public void Keep(LeafPlan plan)
    {
        var folder = Full(plan.Job.ReportsDirectory);
        Ignore(folder);
        if (plan.Leaf.Values.Count > 0 && Directory.Exists(folder))
        {
            Delete(NameOf(plan.Job, plan.Leaf));
            Directory.Move(folder, Full(NameOf(plan.Job, plan.Leaf)));
        }
    }

    /// <summary>Once all leaves have run: those of the primary leaf also lie where later jobs look for them.</summary>
    public void KeepPrimary(JobResult result)
    {
        var ran = result.Leaves.Where(l => l.Outcome is not (Outcome.Skipped or Outcome.NotRun) && l.Leaf.Values.Count > 0).Select(l => l.Leaf).ToList();
        if (ran.Count > 0)
        {
            Delete(result.Job.ReportsDirectory);
            Copy(Full(NameOf(result.Job, Leaf.PrimaryOf(result.Job.Matrix, ran))), Full(result.Job.ReportsDirectory));
        }
    }

    /// <summary>Folder of one leaf's reports, relative to the root.</summary>
    public static string NameOf(Job job, Leaf leaf) => leaf.Values.Count == 0 ? job.ReportsDirectory : job.ReportsDirectory + "-" + leaf.Id;

    /// <summary>Copies a folder with all that is in it, links to folders excepted; nothing where there is none.</summary>
    public static void Copy(string from, string to)
    {
        if (!Directory.Exists(from))
        {
            return;
        }

        Directory.CreateDirectory(to);
        foreach (var entry in new DirectoryInfo(from).EnumerateFileSystemInfos())
        {
            var target = Path.Combine(to, entry.Name);
            if (entry is FileInfo file)
            {
                file.CopyTo(target, overwrite: true);
            }
            else if (entry.LinkTarget is null)
            {
                Copy(entry.FullName, target);
            }
        }
    }

    // Many tools write into a folder only when it is there; one that nobody writes to would only be in the way.
    private bool IsWritten(Job job)
    {
        var folder = Path.GetFullPath(Full(job.ReportsDirectory)) + Path.DirectorySeparatorChar;
        return job.Reports.Select(r => Full(r.Path))
            .Concat(job.Artifacts.SelectMany(a => a.Paths).Select(Full))
            .Concat(job.Run.Select(c => c.Stdout).OfType<string>().Select(f => Path.Combine(root, job.Project.Path, f)))
            .Any(p => (Path.GetFullPath(p).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar).StartsWith(folder, StringComparison.Ordinal));
    }

    private string Full(string folder) => Path.Combine(root, folder);

    private void Delete(string folder)
    {
        if (Directory.Exists(Full(folder)))
        {
            Directory.Delete(Full(folder), recursive: true);
        }
    }

    // Nobody has to remember to keep reports out of git.
    private static void Ignore(string reports)
    {
        var parent = Path.GetDirectoryName(reports)!;
        var file = Path.Combine(parent, ".gitignore");
        if (!Directory.Exists(parent) || File.Exists(file))
        {
            return;
        }

        try
        {
            File.WriteAllText(file, "*\n");
        }
        catch (IOException)
        {
            // A job that ended at the same moment is writing it.
        }
    }
}
