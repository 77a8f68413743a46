namespace PipelineKit.Cli.Estimating;

/// <summary>How long jobs take: by job, and by leaf where it is known.</summary>
internal sealed class DurationTable
{
    private readonly Dictionary<(string Job, string Leaf), TimeSpan> _times = [];

    /// <summary>Jobs of which something is known.</summary>
    public IEnumerable<string> Jobs => _times.Keys.Select(k => k.Job).Distinct(StringComparer.Ordinal);

    /// <summary>Leaves of a job of which something is known; an empty name stands for all of them.</summary>
    public IEnumerable<string> LeavesOf(string job) => _times.Keys.Where(k => k.Job == job).Select(k => k.Leaf);

    public void Set(string job, string leaf, TimeSpan time) => _times[(job, leaf)] = time;

    /// <summary>Time of a leaf: its own, else that of the job, or null.</summary>
    public TimeSpan? Find(string job, string leaf) =>
        _times.TryGetValue((job, leaf), out var time) || _times.TryGetValue((job, ""), out time) ? time : null;

    /// <summary>Time of the longest leaf that is known, or null.</summary>
    public TimeSpan? Longest(string job) => _times.Where(t => t.Key.Job == job).Select(t => (TimeSpan?)t.Value).DefaultIfEmpty().Max();
}
