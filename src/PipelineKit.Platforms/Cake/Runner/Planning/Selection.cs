namespace PipelineKitRunner;

/// <summary>Which jobs a call of the script runs.</summary>
internal sealed class Selection
{
    private int _left;

    /// <param name="pipeline">The data section.</param>
    /// <param name="tasks">All tasks that stand for jobs.</param>
    /// <param name="toExecute">Tasks in the order in which they are about to be executed; foreign ones are ignored.</param>
    /// <param name="targets">Tasks that were asked for by name.</param>
    public Selection(PipelineData pipeline, IReadOnlyList<TaskNode> tasks, IReadOnlyList<string> toExecute, IReadOnlyList<string> targets)
    {
        var nodes = toExecute.Select(name => tasks.FirstOrDefault(t => IsNamed(t, name))).OfType<TaskNode>().ToList();
        Targets = nodes.Where(n => targets.Any(t => IsNamed(n, t))).ToHashSet();
        var ids = nodes.SelectMany(Scope).ToHashSet(StringComparer.Ordinal);
        Jobs = pipeline.Jobs.FindAll(j => ids.Contains(j.Id));
        _left = nodes.Count;
    }

    /// <summary>In the order of the pipeline.</summary>
    public IReadOnlyList<JobInfo> Jobs { get; }

    private HashSet<TaskNode> Targets { get; }

    /// <summary>Jobs whose results a task shows.</summary>
    public IEnumerable<string> Scope(TaskNode task) => task.Job is { } job && !Targets.Contains(task) ? [job] : task.Covers;

    /// <summary>One more task was executed; true for the last one, which speaks the verdict.</summary>
    public bool IsLast() => --_left <= 0;

    private static bool IsNamed(TaskNode task, string name) => string.Equals(task.Name, name, StringComparison.OrdinalIgnoreCase);
}
