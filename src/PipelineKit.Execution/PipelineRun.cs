using PipelineKit.Core.Model;
using PipelineKit.Core.Resolution;
using PipelineKit.Execution.Incremental;
using PipelineKit.Execution.Jobs;
using PipelineKit.Execution.Output;
using PipelineKit.Execution.Planning;
using PipelineKit.Execution.Processes;
using PipelineKit.Execution.Reporting;
using PipelineKit.Execution.Services;

namespace PipelineKit.Execution;

/// <summary>
/// Runs jobs of a pipeline on this machine: looks for everything that they need, then runs what was asked for side by side, every job
/// to its end, and comes to a verdict.
/// </summary>
public sealed class PipelineRun
{
    private readonly Pipeline _pipeline;
    private readonly RunRequest _request;
    private readonly RunSurroundings _surroundings;
    private readonly IRunObserver _observer;
    private readonly ProgramFinder _finder;
    private readonly ChildProcess _child;
    private readonly ContainerEngine _engine;
    private readonly ToolchainProbes _probes;
    private readonly Git _git;

    /// <param name="pipeline">The pipeline.</param>
    /// <param name="request">What shall run.</param>
    /// <param name="surroundings">The machine.</param>
    /// <param name="observer">Hears what happens.</param>
    public PipelineRun(Pipeline pipeline, RunRequest request, RunSurroundings surroundings, IRunObserver observer)
    {
        (_pipeline, _request, _surroundings, _observer) = (WithPulledImages(Readers.OfLaptop(pipeline)), request, surroundings, observer);
        _finder = ProgramFinder.For(surroundings.Variables);
        _child = new(_finder, surroundings.Variables);
        _engine = new(_child, _finder, surroundings.Root);
        _probes = new(_child, _finder, surroundings.Root);
        _git = new(_child, surroundings.Root);
    }

    /// <summary>Runs everything to its end.</summary>
    /// <param name="stop">Nothing more starts, and what runs is asked to end.</param>
    /// <param name="kill">What still runs is ended at once.</param>
    /// <exception cref="IOException">The folder of runs cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public async Task<RunEnd> RunAsync(CancellationToken stop, CancellationToken kill = default)
    {
        var plans = await PlanAsync();
        if (MissingTools.Tell(plans) is { } missing)
        {
            return new RunEnd { Refusal = missing };
        }

        RunFolder.Make(_surroundings.Root);
        LinuxProcesses.AdoptOrphans();
        var passed = await ChooseAsync(plans);
        var times = new JobTimes(_surroundings.Root);
        times.Tell(plans);
        var results = await RunAsync(plans, passed, stop, kill);
        times.Keep(results);
        return new RunEnd { Results = results, Verdict = Verdict.Of(results, _request.AllowSkips), Stopped = stop.IsCancellationRequested };
    }

    private async Task<IReadOnlyList<JobPlan>> PlanAsync()
    {
        var preflight = new Preflight(_pipeline, _request, _surroundings, _finder, _probes, new ServicePlan(_engine, _surroundings.Variables));
        return await preflight.CheckAsync(JobSelection.Of(_pipeline, _request));
    }

    private async Task<PassedLeaves?> ChooseAsync(IReadOnlyList<JobPlan> plans)
    {
        if (_request.ChangedSince is { } revision)
        {
            await new Changes(_git).ApplyAsync(plans, revision);
        }

        if (!_request.Incremental)
        {
            return null;
        }

        var passed = new PassedLeaves(new Fingerprints(_pipeline, _surroundings, _probes, _git), _surroundings.Root);
        await passed.ApplyAsync(plans);
        return passed;
    }

    private async Task<IReadOnlyList<JobResult>> RunAsync(IReadOnlyList<JobPlan> plans, PassedLeaves? passed, CancellationToken stop, CancellationToken kill)
    {
        var results = new Dictionary<Job, JobResult>();
        var events = new EventFile(Path.Combine(_surroundings.Root, RunFolder.Events));
        var reports = new ReportFolders(_surroundings.Root);
        using var logs = new JobLogs(_surroundings.Root, [.. plans.Select(p => p.Job)], _request.ShowOutput ? _observer.Printed : null);
        var mask = SecretMask.Of(_pipeline.Jobs, _surroundings.Variables);
        using var runner = new JobRunner(_surroundings, _child, _engine, mask, logs, reports, passed);
        var scheduler = new Scheduler(plans, _request.Parallelism, (leaf, turn) => runner.RunAsync(leaf, turn, stop, kill))
        {
            Started = job =>
            {
                events.Started(job);
                _observer.Started(job);
            },
            Finished = result =>
            {
                reports.KeepPrimary(result);
                logs.Finish(result.Job);
                results.Add(result.Job, result);
                events.Finished(result);
                _observer.Finished(result);
            },
        };
        await scheduler.RunAsync(stop);
        IReadOnlyList<JobResult> inOrder = [.. plans.Select(p => results[p.Job])];
        var verdict = Verdict.Of(inOrder, _request.AllowSkips);
        events.Ended(verdict);
        _observer.Ended(verdict);
        return inOrder;
    }

    // Images come through the registry mirror of the spec, if there is one.
    private static Pipeline WithPulledImages(Pipeline pipeline) => pipeline.Settings.ImagesPrefix is not { Length: > 0 } prefix ? pipeline : pipeline with
    {
        Jobs = [.. pipeline.Jobs.Select(j => j with { Services = [.. j.Services.Select(s => s with { Image = $"{prefix.TrimEnd('/')}/{s.Image}" })] })],
    };
}
