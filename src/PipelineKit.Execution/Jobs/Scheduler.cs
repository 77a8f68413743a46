using System.Threading.Channels;
using PipelineKit.Core.Model;
using PipelineKit.Execution.Planning;
using PipelineKit.Execution.Reporting;

namespace PipelineKit.Execution.Jobs;

/// <summary>
/// Decides what runs when: needs first, no two jobs whose locks exclude each other, one leaf of a job at a time, one install per folder at a time,
/// at most so many at once. All decisions are made in one loop; nothing else needs a lock.
/// </summary>
/// <param name="plans">The selected jobs.</param>
/// <param name="parallelism">At most so many leaves at once.</param>
/// <param name="run">Runs a leaf.</param>
internal sealed class Scheduler(IReadOnlyList<JobPlan> plans, int parallelism, Func<LeafPlan, InstallTurn, Task<LeafResult>> run)
{
    private readonly List<JobState> _states = [.. plans.Select(p => new JobState(p))];
    private readonly Dictionary<string, InstallSlot> _slots = new(StringComparer.Ordinal);
    private readonly Dictionary<Task<LeafResult>, RunningLeaf> _running = [];
    private readonly Channel<bool> _wake = Channel.CreateUnbounded<bool>();

    /// <summary>Called in the loop when the first leaf of a job starts.</summary>
    public Action<Job> Started { get; init; } = _ => { };

    /// <summary>Called in the loop when a job has its result.</summary>
    public Action<JobResult> Finished { get; init; } = _ => { };

    /// <summary>Runs everything; once <paramref name="stop"/> is set nothing more starts.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (true)
        {
            Settle();
            while (!stop.IsCancellationRequested && _running.Count < parallelism && Next() is { } next)
            {
                Start(next.State, next.Leaf);
            }

            if (_running.Count == 0)
            {
                break;
            }

            await _wake.Reader.ReadAsync(CancellationToken.None);
            foreach (var task in _running.Keys.Where(t => t.IsCompleted).ToList())
            {
                await EndAsync(task);
            }
        }

        foreach (var state in _states.Where(s => s.Result is null))
        {
            Finish(state, JobResult.Of(state.Plan.Job, Outcome.NotRun, "interrupted"));
        }
    }

    // Jobs that need no command: known before, or decided by what they need. One such decision may bring about the next.
    private void Settle()
    {
        while (_states.FirstOrDefault(s => s.Result is null && !s.HasStarted && VerdictOf(s) is not null) is { } state)
        {
            Finish(state, VerdictOf(state)!);
        }
    }

    private JobResult? VerdictOf(JobState state)
    {
        var job = state.Plan.Job;
        if ((state.Plan.SkipReason ?? Unmet(state)) is { } reason)
        {
            return JobResult.Of(job, Outcome.Skipped, reason);
        }

        return state.Plan.NotConcerned is { } why ? JobResult.Of(job, Outcome.NotConcerned, why)
            : state.Pending.Count == 0 ? new JobResult(job, state.InOrder())
            : null;
    }

    private string? Unmet(JobState state) => Needed(state)
        .Where(n => n.Result is { Satisfies: false })
        .Select(n => $"it needs {n.Plan.Job.Id}, which {(n.Result!.Outcome == Outcome.Failed ? "failed" : "did not run")}")
        .FirstOrDefault();

    private IEnumerable<JobState> Needed(JobState state) => _states.Where(s => s != state && state.Plan.Job.WaitsFor(s.Plan.Job));

    // A leaf that fits what is installed goes before one that would change it: so each install runs once as a rule. Then comes the job
    // with the longest work behind it: chains that cannot be shortened start first, then what takes long, and what is short fills the gaps.
    private Candidate? Next() => _states
        .Where(CanStart)
        .SelectMany(s => s.Pending.Select(l => new Candidate(s, l)))
        .Where(c => SlotOf(c.Leaf)?.IsFree(c.Leaf.InstallKey) ?? true)
        .OrderBy(c => SlotOf(c.Leaf)?.IsOther(c.Leaf.InstallKey) ?? false ? 1 : 0)
        .ThenByDescending(c => parallelism == 1 ? 0 : Chain(c.State))
        .ThenByDescending(c => parallelism == 1 ? 0 : c.State.Plan.Expected)
        .FirstOrDefault();

    private bool CanStart(JobState state) => state.Result is null && state.Pending.Count > 0
        && !_running.Values.Any(r => r.State == state || JobLocks.Exclude(r.State.Plan.Job, state.Plan.Job))
        && Needed(state).All(n => n.Result is not null);

    // Seconds from the job's start to the end of what cannot run beside it.
    private double Chain(JobState state) => state.Plan.Expected + _states
        .Where(s => s != state && s.Result is null && s.Pending.Count > 0)
        .Where(s => s.Plan.Job.Needs.Any(n => n.JobId == state.Plan.Job.Id) || JobLocks.Exclude(s.Plan.Job, state.Plan.Job))
        .Sum(s => s.Plan.Expected);

    private InstallSlot? SlotOf(LeafPlan leaf)
    {
        if (leaf.Install.Count == 0)
        {
            return null;
        }

        if (!_slots.TryGetValue(leaf.Job.Project.Path, out var slot))
        {
            _slots[leaf.Job.Project.Path] = slot = new InstallSlot();
        }

        return slot;
    }

    private void Start(JobState state, LeafPlan leaf)
    {
        if (!state.HasStarted)
        {
            state.HasStarted = true;
            Started(state.Plan.Job);
        }

        state.Pending.Remove(leaf);
        var slot = SlotOf(leaf);
        var turn = new InstallTurn(slot, leaf.InstallKey, slot?.Enter(leaf.InstallKey) ?? false, () => _wake.Writer.TryWrite(true));
        var task = Task.Run(() => run(leaf, turn));
        _running[task] = new RunningLeaf(state, turn);
        task.ContinueWith(_ => _wake.Writer.TryWrite(true), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private async Task EndAsync(Task<LeafResult> task)
    {
        _running.Remove(task, out var ended);
        var (state, turn) = ended!;
        turn.End();
        var result = await task;
        state.Results.Add(result);
        if (state.Plan.Job.Matrix is { FailFast: true } && result.Outcome == Outcome.Failed)
        {
            state.Results.AddRange(state.Pending.Select(p => new LeafResult(p.Leaf, Outcome.Skipped, "another leaf failed")));
            state.Pending.Clear();
        }

        if (state.Pending.Count == 0)
        {
            Finish(state, new JobResult(state.Plan.Job, state.InOrder()));
        }
    }

    private void Finish(JobState state, JobResult result)
    {
        state.Result = result;
        Finished(result);
    }

    private sealed record Candidate(JobState State, LeafPlan Leaf);

    private sealed record RunningLeaf(JobState State, InstallTurn Turn);
}
