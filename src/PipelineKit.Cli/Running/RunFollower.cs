using PipelineKit.Cli.Hosting;
using PipelineKit.Core.Model;
using PipelineKit.Execution;
using PipelineKit.Execution.Reporting;

namespace PipelineKit.Cli.Running;

/// <summary>Hears what happens in a run, from several threads, and shows it one thing at a time.</summary>
internal sealed class RunFollower(IRunProgress progress, CliEnvironment environment) : IRunObserver
{
    private readonly Lock _gate = new();
    private readonly List<JobFinished> _jobs = [];

    /// <summary>Finished jobs, in the order of their ends.</summary>
    public IReadOnlyList<JobFinished> Jobs => _jobs;

    public void Started(Job job) => Show(new JobStarted(job.Id));

    public void Finished(JobResult result)
    {
        var finished = JobFinished.Of(result);
        _jobs.Add(finished);
        Show(finished);
    }

    public void Printed(Job job, string line)
    {
        lock (_gate)
        {
            environment.Error.WriteLine(line);
        }
    }

    public void Ended(string? verdict)
    {
        // The reporter tells it once the run has returned.
    }

    /// <summary>Time went by.</summary>
    public void Tick()
    {
        lock (_gate)
        {
            progress.Tick();
        }
    }

    private void Show(RunEvent happened)
    {
        lock (_gate)
        {
            progress.Show(happened);
        }
    }
}
