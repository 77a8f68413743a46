namespace PipelineKit.Cli.Running;

/// <summary>What a run has shown so far.</summary>
internal sealed class RunResult
{
    private readonly List<JobFinished> _jobs = [];

    /// <summary>Finished jobs, in the order of their ends.</summary>
    public IReadOnlyList<JobFinished> Jobs => _jobs;

    /// <summary>The script's own verdict, or null as long as there is none.</summary>
    public RunFinished? Verdict { get; private set; }

    public void Add(RunEvent happened)
    {
        if (happened is JobFinished job)
        {
            _jobs.Add(job);
        }
        else if (happened is RunFinished end)
        {
            Verdict = end;
        }
    }
}
