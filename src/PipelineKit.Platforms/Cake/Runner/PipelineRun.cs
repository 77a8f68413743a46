using System.Runtime.InteropServices;

namespace PipelineKitRunner;

/// <summary>One call of the script: checks, then runs the selected jobs side by side, and shows each in its turn.</summary>
internal sealed class PipelineRun : IDisposable
{
    private readonly RunOptions _options;
    private readonly System.IO.TextWriter _writer;
    private readonly ProgramFinder _finder = ProgramFinder.ForThisMachine();
    private readonly ContainerEngine _engine;
    private readonly ToolchainProbes _probes;
    private readonly Preflight _preflight;
    private readonly EventFile _events;
    private readonly ReportFolders _reports;
    private readonly JobTimes _times;
    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<string, OutputLog> _logs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TaskCompletionSource<JobResult>> _results = new(StringComparer.Ordinal);
    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);
    private readonly PipelineData _pipeline;
    private IReadOnlyList<JobPlan> _plans = [];
    private Incremental? _incremental;
    private Task? _work;
    private Task<string?>? _end;

    public PipelineRun(PipelineData pipeline, RunOptions options, System.IO.TextWriter writer)
    {
        (_pipeline, _options, _writer) = (pipeline, options, writer);
        _engine = new(_finder, options.Root);
        _probes = new(pipeline, _finder, options.Root);
        _preflight = new(pipeline, options, _finder, _probes, new ServicePlan(_engine));
        _events = new(options.EventsFile);
        _reports = new(options.Root);
        _times = new(options.Root);
    }

    /// <summary>Looks at everything before anything runs.</summary>
    /// <returns>What is missing, one tool per line with its hint; null when the jobs can start.</returns>
    public async Task<string?> PrepareAsync(IReadOnlyList<JobInfo> jobs)
    {
        _plans = await _preflight.CheckAsync(jobs);
        var missing = _plans.Where(p => p.SkipReason is null && p.Missing.Count > 0).ToList();
        if (missing.Count > 0)
        {
            var tools = missing.SelectMany(p => p.Missing).Distinct().Select(m => $"  {m}\n    needed by {string.Join(", ", missing.Where(p => p.Missing.Contains(m)).Select(p => p.Job.Id))}");
            return $"nothing was run, because tools are missing (--allow-skips leaves their jobs out):\n{string.Join('\n', tools)}";
        }

        _times.Tell(_plans);
        foreach (var plan in _plans)
        {
            _logs[plan.Job.Id] = new OutputLog();
            _results[plan.Job.Id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        if (_options.ChangedSince is { } revision)
        {
            await new Changes(_finder, _options.Root).ApplyAsync(_plans, revision);
        }

        if (_options.Incremental)
        {
            _incremental = new Incremental(_pipeline, _options.Root, _probes);
            await _incremental.ApplyAsync(_plans);
        }

        return null;
    }

    /// <summary>Waits for a job and shows its output, live from here on. Other jobs go on meanwhile.</summary>
    public async Task ShowAsync(string id)
    {
        _work ??= System.Threading.Tasks.Task.Run(WorkAsync);
        if (_results.TryGetValue(id, out var source) && _shown.Add(id))
        {
            _logs[id].Attach(_writer);
            await await System.Threading.Tasks.Task.WhenAny(source.Task, _work);
            var result = await source.Task;
            var note = result.Outcome is Outcome.Passed ? $" in {Summary.Seconds(result.Duration)}" : result.Leaves is [{ Reason.Length: > 0 } leaf] ? ": " + leaf.Reason : "";
            await _writer.WriteLineAsync($"{id}: {Summary.Word(result.Outcome)}{note}");
        }
    }

    /// <summary>Waits for everything that was started, shows the summary once, and says why the run fails, or null.</summary>
    public Task<string?> EndAsync() => _end ??= _work is null ? System.Threading.Tasks.Task.FromResult<string?>(null) : SummariseAsync(_work);

    private async Task<string?> SummariseAsync(Task work)
    {
        await work;
        var results = await System.Threading.Tasks.Task.WhenAll(_results.Values.Select(r => r.Task));
        _times.Keep(results);
        var verdict = Summary.Verdict(results, _options.AllowSkips);
        Summary.Write(_writer, results, _options.AllowSkips);
        _events.Ended(verdict);
        return verdict;
    }

    public void Dispose() => _stop.Dispose();

    private async Task WorkAsync()
    {
        var scheduler = new Scheduler(_plans, _options.Jobs, RunLeafAsync);
        scheduler.Started += _events.Started;
        scheduler.Finished += Finish;

        // Nothing more starts and what runs is ended; a second signal ends this process at once.
        void OnSignal(PosixSignalContext signal)
        {
            signal.Cancel = !_stop.IsCancellationRequested;
            _stop.Cancel();
        }

        using (PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal))
        using (PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal))
        {
            await scheduler.RunAsync(_stop.Token);
        }
    }

    private void Finish(JobResult result)
    {
        _reports.KeepPrimary(result);
        _events.Finished(result);
        _results[result.Job.Id].SetResult(result);
    }

    private async Task<LeafResult> RunLeafAsync(LeafPlan plan, InstallTurn turn)
    {
        var log = _logs[plan.Job.Id];
        try
        {
            if (plan.Leaf.Values.Count > 0)
            {
                log.Write($"--- {plan.Leaf.Text}");
            }

            if (plan.Job.Data.Approval is { } place && !Approve(plan, place))
            {
                return new LeafResult(plan.Leaf, Outcome.Skipped, $"{place} was not approved");
            }

            _reports.Clear(plan);
            var result = await new LeafRun(plan, _options, new ChildProcess(_finder), _engine, log).RunAsync(turn.TakeAsync, _stop.Token);
            _reports.Keep(plan);
            if (result.Outcome == Outcome.Passed && _incremental is { } incremental)
            {
                incremental.Remember(plan);
            }

            return result;
        }
        catch (Exception error) when (error is System.IO.IOException or UnauthorizedAccessException or InvalidOperationException or ArgumentException)
        {
            log.Write(error.Message);
            return new LeafResult(plan.Leaf, Outcome.Failed, error.Message);
        }
    }

    // Whoever started the run decides; everything that had to pass before has passed.
    private bool Approve(LeafPlan plan, string place)
    {
        _writer.Write($"{plan.Name} deploys to {place}. Go on? [y/N] ");
        return Console.In.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }
}
