namespace PipelineKit.Cli.Estimating;

/// <summary>What is assumed of the platform.</summary>
internal sealed record ScheduleOptions
{
    /// <summary>Start of every job, on top of its commands: queue, checkout, set-up.</summary>
    public TimeSpan Overhead { get; init; }

    /// <summary>Runners, or null for as many as there are jobs.</summary>
    public int? Runners { get; init; }

    /// <summary>Billing unit to which every job is rounded up, or zero for none.</summary>
    public TimeSpan RoundUp { get; init; }
}

/// <summary>One leaf in time.</summary>
internal sealed record ScheduledLeaf(string Job, string Leaf, TimeSpan Start, TimeSpan End);

/// <summary>
/// When every job starts and ends. A job starts as soon as all its needs have ended and a runner is free. With fewer runners than jobs the one
/// with the longest way to the end goes first (list scheduling), among equals the earlier in the pipeline.
/// </summary>
internal sealed class Schedule
{
    private readonly IReadOnlyList<EstimatedJob> _jobs;
    private readonly ScheduleOptions _options;

    /// <param name="jobs">Jobs in an order in which needs point backwards (<see cref="JobSet.InOrder"/>).</param>
    /// <param name="options">What is assumed.</param>
    public Schedule(IReadOnlyList<EstimatedJob> jobs, ScheduleOptions options)
    {
        (_jobs, _options) = (jobs, options);
        CriticalPath = LongestPath();
        CriticalTime = CriticalPath.Aggregate(TimeSpan.Zero, (sum, id) => sum + LongestLeaf(jobs.First(j => j.Id == id)));
        Leaves = Place();
    }

    /// <summary>Leaves in the order of the jobs.</summary>
    public IReadOnlyList<ScheduledLeaf> Leaves { get; }

    /// <summary>The chain of needs that takes longest, first job first.</summary>
    public IReadOnlyList<string> CriticalPath { get; }

    /// <summary>Time of that chain: no number of runners makes the pipeline shorter.</summary>
    public TimeSpan CriticalTime { get; }

    /// <summary>End of the last job.</summary>
    public TimeSpan Makespan => Leaves.Select(l => l.End).DefaultIfEmpty().Max();

    /// <summary>Time of all runners together.</summary>
    public TimeSpan RunnerTime => Leaves.Aggregate(TimeSpan.Zero, (sum, l) => sum + (l.End - l.Start));

    /// <summary>The same with every job rounded up to the billing unit.</summary>
    public TimeSpan BilledTime => Leaves.Aggregate(TimeSpan.Zero, (sum, l) => sum + Billed(l.End - l.Start));

    private TimeSpan Billed(TimeSpan time) =>
        _options.RoundUp <= TimeSpan.Zero ? time : _options.RoundUp * Math.Ceiling(time / _options.RoundUp);

    private TimeSpan LongestLeaf(EstimatedJob job) => job.Leaves.Max(l => l.Duration) + _options.Overhead;

    private List<string> LongestPath()
    {
        var ends = new Dictionary<string, TimeSpan>(StringComparer.Ordinal);
        var before = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var job in _jobs)
        {
            before[job.Id] = job.Needs.MaxBy(n => ends[n]);
            ends[job.Id] = (before[job.Id] is { } last ? ends[last] : TimeSpan.Zero) + LongestLeaf(job);
        }

        var path = new List<string>();
        for (var at = _jobs.Count == 0 ? null : _jobs.MaxBy(j => ends[j.Id])!.Id; at is not null; at = before[at])
        {
            path.Insert(0, at);
        }

        return path;
    }

    private List<ScheduledLeaf> Place()
    {
        var urgency = Urgency();
        var waiting = _jobs.SelectMany((job, order) => job.Leaves.Select(leaf => (Job: job, Leaf: leaf, Order: order))).ToList();
        var running = new List<ScheduledLeaf>();
        var placed = new List<ScheduledLeaf>();
        for (var now = TimeSpan.Zero; ; now = running.Min(r => r.End))
        {
            running.RemoveAll(r => r.End <= now && running.Count > 0);
            var left = waiting.Select(w => w.Job.Id).Concat(running.Select(r => r.Job)).ToHashSet(StringComparer.Ordinal);
            var ready = waiting.Where(w => !w.Job.Needs.Any(left.Contains)).OrderByDescending(w => urgency[w.Job.Id]).ThenByDescending(w => w.Leaf.Duration).ThenBy(w => w.Order);
            foreach (var next in ready.Take((_options.Runners ?? int.MaxValue) - running.Count).ToList())
            {
                var leaf = new ScheduledLeaf(next.Job.Id, next.Leaf.Name, now, now + next.Leaf.Duration + _options.Overhead);
                waiting.Remove(next);
                running.Add(leaf);
                placed.Add(leaf);
            }

            if (running.Count == 0)
            {
                var order = _jobs.Select((j, i) => (j.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
                return [.. placed.OrderBy(l => order[l.Job])];
            }
        }
    }

    // Time from a job's start to the end of the longest chain behind it.
    private Dictionary<string, TimeSpan> Urgency()
    {
        var urgency = new Dictionary<string, TimeSpan>(StringComparer.Ordinal);
        foreach (var job in _jobs.Reverse())
        {
            urgency[job.Id] = LongestLeaf(job) + _jobs.Where(j => j.Needs.Contains(job.Id, StringComparer.Ordinal)).Select(j => urgency[j.Id]).DefaultIfEmpty().Max();
        }

        return urgency;
    }
}
