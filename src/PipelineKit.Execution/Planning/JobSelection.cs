using PipelineKit.Core.Model;

namespace PipelineKit.Execution.Planning;

/// <summary>Which jobs a request means: those it names, the stages, the gate, and what they need.</summary>
internal sealed class JobSelection
{
    private readonly Pipeline _pipeline;
    private readonly List<Job> _members;

    private JobSelection(Pipeline pipeline, string? project) =>
        (_pipeline, _members) = (pipeline, [.. pipeline.Jobs.Where(j => project is null || IsOf(j, project))]);

    /// <summary>The jobs in the order of the pipeline.</summary>
    public static IReadOnlyList<Job> Of(Pipeline pipeline, RunRequest request)
    {
        var selection = new JobSelection(pipeline, request.Project);
        var wanted = new HashSet<Job>((request.Targets.Count == 0 ? [RunRequest.Gate] : request.Targets).SelectMany(selection.Named));
        if (!request.Exclusive)
        {
            selection.AddNeeded(wanted);
        }

        return [.. pipeline.Jobs.Where(wanted.Contains)];
    }

    // A job that has its stage's name stands for both.
    private List<Job> Named(string name)
    {
        if (Same(name, RunRequest.Gate))
        {
            return _members.FindAll(j => j.IsInGate());
        }

        var jobs = OfStage(name);
        if (_pipeline.Jobs.FirstOrDefault(j => Same(j.Id, name)) is { } job)
        {
            jobs = Same(job.Id, job.Stage) ? [job, .. jobs] : [job];
        }

        return jobs;
    }

    private List<Job> OfStage(string stage)
    {
        var jobs = _members.FindAll(j => Same(j.Stage, stage));
        var usual = jobs.FindAll(j => j.IsUsual());
        return usual.Count > 0 ? usual : jobs;
    }

    private void AddNeeded(HashSet<Job> wanted)
    {
        var left = new Queue<Job>(wanted);
        while (left.TryDequeue(out var job))
        {
            var needed = _pipeline.Jobs.Where(o => job.Needs.Any(n => n.JobId == o.Id) || (job.NeedsGate && o.IsInGate() && _members.Contains(o)));
            foreach (var other in needed.Where(wanted.Add))
            {
                left.Enqueue(other);
            }
        }
    }

    private static bool IsOf(Job job, string project) => job.Project.Name == project || job.Project.Path == project.Replace('\\', '/').TrimEnd('/');

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
