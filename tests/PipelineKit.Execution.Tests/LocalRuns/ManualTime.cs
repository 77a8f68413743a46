namespace PipelineKit.Execution.Tests.LocalRuns;

/// <summary>A clock whose timers end when the test says so.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Timer> _timers = [];

    /// <summary>All time limits are over.</summary>
    public void End()
    {
        List<Timer> timers;
        lock (_gate)
        {
            timers = [.. _timers];
        }

        timers.ForEach(t => t.Fire());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(() => callback(state));
        lock (_gate)
        {
            _timers.Add(timer);
        }

        return timer;
    }

    private sealed class Timer(Action callback) : ITimer
    {
        private bool _gone;

        public void Fire()
        {
            if (!_gone)
            {
                callback();
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => _gone = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
