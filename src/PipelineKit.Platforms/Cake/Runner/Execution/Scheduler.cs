using System.Threading.Channels;

namespace PipelineKitRunner;

/// <summary>
/// Decides what runs when: needs first, no two jobs whose locks exclude each other, one leaf of a job at a time, one install per folder at a time,
/// at most so many at once. All decisions are made in one loop; nothing else needs a lock.
/// </summary>
internal sealed class Scheduler(IReadOnlyList<JobPlan> plans, int parallelism, Func<LeafPlan, InstallTurn, Task<LeafResult>> run)
{
    private readonly List<JobState> _states = [.. plans.Select(p => new JobState(p))];
    private readonly Dictionary<string, InstallSlot> _slots = new(StringComparer.Ordinal);
    private readonly Dictionary<Task<LeafResult>, (JobState State, InstallTurn Turn)> _running = [];
    private readonly Channel<bool> _wake = Channel.CreateUnbounded<bool>();

    /// <summary>Raised in the loop when a job starts and when it has its result.</summary>
    public event Action<JobInfo>? Started;

    /// <inheritdoc cref="Started"/>
    public event Action<JobResult>? Finished;

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

        _states.Where(s => s.Result is null).ToList().ForEach(s => Finish(s, JobResult.Of(s.Plan.Job, Outcome.NotRun, "interrupted")));
    }

    // Jobs that need no command: known before, or decided by what they need. One such decision may bring about the next.
    private void Settle()
    {
        while (_states.FirstOrDefault(s => s.Result is null && !s.HasStarted && Verdict(s) is not null) is { } state)
        {
            Finish(state, Verdict(state)!);
        }
    }

    private JobResult? Verdict(JobState state)
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

    private IEnumerable<JobState> Needed(JobState state) => _states.Where(s => s != state
        && (state.Plan.Job.Data.Needs.Contains(s.Plan.Job.Id) || (state.Plan.Job.Data.NeedsGate && s.Plan.Job.InGate)));

    // A leaf that fits what is installed goes before one that would change it: so each install runs once as a rule. Then comes the job
    // with the longest work behind it: chains that cannot be shortened start first, then what takes long, and what is short fills the gaps.
    private Candidate? Next() => _states
        .Where(s => s.Result is null && s.Pending.Count > 0 && !_running.Values.Any(r => Excludes(r.State, s)) && Needed(s).All(n => n.Result is not null))
        .SelectMany(s => s.Pending.Select(l => new Candidate(s, l)))
        .Where(c => SlotOf(c.Leaf)?.IsFree(c.Leaf.InstallKey) ?? true)
        .OrderBy(c => SlotOf(c.Leaf)?.IsOther(c.Leaf.InstallKey) ?? false ? 1 : 0)
        .ThenByDescending(c => parallelism == 1 ? 0 : Chain(c.State))
        .ThenByDescending(c => parallelism == 1 ? 0 : c.State.Plan.Expected)
        .FirstOrDefault();

    // Seconds from the job's start to the end of what cannot run beside it.
    private double Chain(JobState state) => state.Plan.Expected + _states.Where(s => s != state && s.Result is null && s.Pending.Count > 0
        && (s.Plan.Job.Data.Needs.Contains(state.Plan.Job.Id) || JobLocks.Exclude(s.Plan.Job.Data, state.Plan.Job.Data))).Sum(s => s.Plan.Expected);

    private sealed record Candidate(JobState State, LeafPlan Leaf);

    private static bool Excludes(JobState running, JobState other) =>
        running == other || JobLocks.Exclude(running.Plan.Job.Data, other.Plan.Job.Data);

    private InstallSlot? SlotOf(LeafPlan leaf)
    {
        if (leaf.Install.Count == 0)
        {
            return null;
        }

        if (!_slots.TryGetValue(leaf.Job.Data.Directory, out var slot))
        {
            _slots[leaf.Job.Data.Directory] = slot = new InstallSlot();
        }

        return slot;
    }

    private void Start(JobState state, LeafPlan leaf)
    {
        if (!state.HasStarted)
        {
            state.HasStarted = true;
            Started?.Invoke(state.Plan.Job);
        }

        state.Pending.Remove(leaf);
        var slot = SlotOf(leaf);
        var turn = new InstallTurn(slot, leaf.InstallKey, slot?.Enter(leaf.InstallKey) ?? false, () => _wake.Writer.TryWrite(true));
        var task = System.Threading.Tasks.Task.Run(() => run(leaf, turn));
        _running[task] = (state, turn);
        task.ContinueWith(_ => _wake.Writer.TryWrite(true), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private async Task EndAsync(Task<LeafResult> task)
    {
        _running.Remove(task, out var ended);
        ended.Turn.End();
        var state = ended.State;
        state.Results.Add(await task);
        if (state.Plan.Job.Data.FailFast && state.Results[^1].Outcome == Outcome.Failed)
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
        Finished?.Invoke(result);
    }
}
