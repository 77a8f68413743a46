namespace PipelineKitRunner;

/// <summary>A task of the script.</summary>
/// <param name="Name">Name on the command line.</param>
/// <param name="Description">One line for --description.</param>
/// <param name="DependsOn">Tasks that come before.</param>
/// <param name="Covers">Jobs that run when the task is asked for.</param>
internal sealed record TaskNode(string Name, string Description, IReadOnlyList<string> DependsOn, IReadOnlyList<string> Covers)
{
    /// <summary>The job that the task always runs, or null for a group.</summary>
    public string? Job { get; init; }
}

/// <summary>The tasks of a pipeline: one per job, one per stage, the gate over all, and the default.</summary>
internal static class TaskGraph
{
    public const string Gate = "quality-gate";
    public const string Default = "Default";

    /// <param name="pipeline">The data section.</param>
    /// <param name="project">Name or folder of the only project of groups, or null for all.</param>
    /// <exception cref="ArgumentException">There is no such project; the message lists those there are.</exception>
    public static IReadOnlyList<TaskNode> Make(PipelineData pipeline, string? project)
    {
        var members = Members(pipeline, project);
        var gate = members.Where(j => j.InGate).Select(j => j.Id).ToList();
        var stages = pipeline.Jobs.Select(j => j.Stage).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return
        [
            .. pipeline.Jobs.Select(j => JobTask(pipeline, j, members)),
            .. stages.Where(s => pipeline.Find(s) is null).Select(s => StageTask(s, members)),
            new(Gate, "All jobs that decide", gate, gate),
            new(Default, "The same as " + Gate, [Gate], gate),
        ];
    }

    private static List<JobInfo> Members(PipelineData pipeline, string? project)
    {
        if (project is null)
        {
            return pipeline.Jobs;
        }

        var folder = project.Replace('\\', '/').TrimEnd('/');
        var members = pipeline.Jobs.FindAll(j => j.Data.Project == project || j.Data.Directory == folder);
        var names = pipeline.Jobs.Select(j => j.Data.Project ?? j.Data.Directory).Distinct(StringComparer.Ordinal);
        return members.Count > 0 ? members : throw new ArgumentException($"there is no project \"{project}\"; expected one of {string.Join(", ", names)}");
    }

    private static TaskNode StageTask(string stage, List<JobInfo> members)
    {
        var jobs = OfStage(stage, members);
        return new(stage, $"Stage {stage}", jobs, jobs);
    }

    // A job named like its stage stands for both. Jobs of the stage that need it cannot come before it: they run with it, after it.
    private static TaskNode JobTask(PipelineData pipeline, JobInfo job, List<JobInfo> members)
    {
        var needs = job.Data.Needs.Where(n => pipeline.Find(n) is not null).ToList();
        if (job.Data.NeedsGate)
        {
            needs.Add(Gate);
        }

        if (!string.Equals(job.Id, job.Stage, StringComparison.OrdinalIgnoreCase))
        {
            return new(job.Id, job.Title, needs, [job.Id]) { Job = job.Id };
        }

        var others = OfStage(job.Stage, members).Where(id => id != job.Id).ToList();
        var before = others.Where(id => !Reaches(pipeline, id, job.Id));
        return new(job.Id, job.Title, [.. needs.Concat(before).Distinct(StringComparer.Ordinal)], [job.Id, .. others]) { Job = job.Id };
    }

    private static List<string> OfStage(string stage, List<JobInfo> members)
    {
        var jobs = members.FindAll(j => string.Equals(j.Stage, stage, StringComparison.OrdinalIgnoreCase));
        var usual = jobs.FindAll(j => j.ByDefault);
        return (usual.Count > 0 ? usual : jobs).ConvertAll(j => j.Id);
    }

    private static bool Reaches(PipelineData pipeline, string from, string to)
    {
        var job = pipeline.Find(from);
        return job is not null && (job.Data.NeedsGate || job.Data.Needs.Any(n => n == to || Reaches(pipeline, n, to)));
    }
}
