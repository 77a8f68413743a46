using PipelineKit.Cli.Hosting;

namespace PipelineKit.Cli.Running;

/// <summary>Progress as lines, for pipes and logs; nothing when it is to be quiet.</summary>
internal sealed class LineProgress(CliEnvironment environment, bool quiet) : IRunProgress
{
    public Task DuringAsync(Func<Task> work) => work();

    public void Show(RunEvent happened)
    {
        if (!quiet && happened is JobStarted started)
        {
            environment.Error.WriteLine($"start {started.Job}");
        }
        else if (!quiet && happened is JobFinished job)
        {
            environment.Error.WriteLine(RunWords.Line(job, environment.ColourError));
        }
    }

    public void Tick()
    {
    }
}
