using PipelineKit.Core.Model;
using PipelineKit.Execution.Reporting;

namespace PipelineKit.Execution;

/// <summary>Hears what happens in a run. Calls come from any thread, <see cref="Started"/> and <see cref="Finished"/> one at a time.</summary>
public interface IRunObserver
{
    /// <summary>The first leaf of a job starts.</summary>
    void Started(Job job);

    /// <summary>A job has its result.</summary>
    void Finished(JobResult result);

    /// <summary>A job has printed a line (only with <see cref="RunRequest.ShowOutput"/>). Secrets are masked, controls are escaped.</summary>
    void Printed(Job job, string line);

    /// <summary>Everything has ended.</summary>
    /// <param name="verdict">Why the run fails, or null.</param>
    void Ended(string? verdict);
}
