using PipelineKit.Core.Model;
using PipelineKit.Execution.Jobs;
using PipelineKit.Execution.Planning;
using PipelineKit.Execution.Reporting;

namespace PipelineKit.Execution.Tests.LocalRuns.Jobs;

/// <summary>Runs jobs through the scheduler with commands that only take note, and watches the rules while they do.</summary>
internal sealed class SchedulerRun
{
    private readonly Lock _gate = new();
    private readonly List<LeafPlan> _running = [];
    private readonly Dictionary<string, string> _installed = [];
    private readonly List<JobPlan> _plans;

    public SchedulerRun(IReadOnlyList<Job> jobs, Action<List<JobPlan>>? change = null)
    {
        _plans = [.. jobs.Select(j => new JobPlan(j, [.. Leaf.Expand(j.Matrix).Select(l => new LeafPlan(j, l, new Dictionary<string, string>()))]))];
        change?.Invoke(_plans);
    }

    public HashSet<string> Failing { get; } = [];

    /// <summary>Jobs in the order in which the scheduler chose them; those that run at once may begin in another order.</summary>
    public List<string> Chosen { get; } = [];

    public List<string> Ran { get; } = [];

    public List<string> Installs { get; } = [];

    public List<string> Violations { get; } = [];

    public Action<LeafPlan>? OnRun { get; init; }

    public Task<Dictionary<string, JobResult>> GoAsync(int parallelism) => StartAsync(parallelism, CancellationToken.None);

    public Task<Dictionary<string, JobResult>> GoUntilAsync(CancellationToken stop) => StartAsync(2, stop);

    private async Task<Dictionary<string, JobResult>> StartAsync(int parallelism, CancellationToken stop)
    {
        var results = new Dictionary<string, JobResult>();
        var scheduler = new Scheduler(_plans, parallelism, async (leaf, turn) => await RunAsync(leaf, turn, parallelism))
        {
            Started = job => Chosen.Add(job.Id),
            Finished = r => results.Add(r.Job.Id, r),
        };
        await scheduler.RunAsync(stop);
        return results;
    }

    private async Task<LeafResult> RunAsync(LeafPlan leaf, InstallTurn turn, int parallelism)
    {
        lock (_gate)
        {
            Check(leaf, parallelism);
            _running.Add(leaf);
            Ran.Add(leaf.Name);
        }

        OnRun?.Invoke(leaf);
        var failure = await turn.TakeAsync(_ => InstallAsync(leaf), CancellationToken.None);
        await Task.Yield();
        lock (_gate)
        {
            if (failure is null && leaf.Install.Count > 0 && _installed[leaf.Job.Project.Path] != leaf.InstallKey)
            {
                Violations.Add($"{leaf.Name} ran with another install");
            }

            _running.Remove(leaf);
        }

        var failed = failure is not null || Failing.Contains(leaf.Name) || Failing.Contains(leaf.Job.Id);
        return new LeafResult(leaf.Leaf, failed ? Outcome.Failed : Outcome.Passed, failure ?? "");
    }

    private async Task<string?> InstallAsync(LeafPlan leaf)
    {
        await Task.Yield();
        lock (_gate)
        {
            var text = string.Join(' ', leaf.Install[0]);
            Installs.Add(text);
            if (_running.Any(r => r != leaf && r.Install.Count > 0 && r.Job.Project.Path == leaf.Job.Project.Path))
            {
                Violations.Add($"{leaf.Name} installed under another job's feet");
            }

            _installed[leaf.Job.Project.Path] = leaf.InstallKey;
            return Failing.Contains(text) ? text + " failed" : null;
        }
    }

    private void Check(LeafPlan leaf, int parallelism)
    {
        Violations.AddRange(_running.Where(r => r.Job == leaf.Job).Select(r => $"{leaf.Name} beside {r.Name}"));
        Violations.AddRange(_running.Where(r => r.Job.Locks.Intersect(leaf.Job.Locks).Any()).Select(r => $"{leaf.Name} beside {r.Name} in spite of a lock"));
        Violations.AddRange(leaf.Job.Needs.Where(n => _running.Any(r => r.Job.Id == n.JobId)).Select(n => $"{leaf.Name} before {n.JobId} has ended"));
        if (_running.Count >= parallelism)
        {
            Violations.Add($"{_running.Count + 1} at once");
        }
    }
}
