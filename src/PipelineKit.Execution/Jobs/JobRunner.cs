using PipelineKit.Execution.Incremental;
using PipelineKit.Execution.Output;
using PipelineKit.Execution.Planning;
using PipelineKit.Execution.Processes;
using PipelineKit.Execution.Reporting;
using PipelineKit.Execution.Services;

namespace PipelineKit.Execution.Jobs;

/// <summary>What happens around a leaf: somebody's word, its reports, the processes that it leaves behind, what is remembered of it.</summary>
internal sealed class JobRunner(
    RunSurroundings surroundings, ChildProcess child, ContainerEngine engine, SecretMask mask, JobLogs logs, ReportFolders reports, PassedLeaves? passed) : IDisposable
{
    private readonly SemaphoreSlim _question = new(1);

    /// <param name="plan">The leaf.</param>
    /// <param name="turn">Its part in its install.</param>
    /// <param name="stop">The run is stopped.</param>
    /// <param name="kill">And everything in it at once.</param>
    public async Task<LeafResult> RunAsync(LeafPlan plan, InstallTurn turn, CancellationToken stop, CancellationToken kill)
    {
        var log = logs.Of(plan.Job);
        try
        {
            if (plan.Leaf.Values.Count > 0)
            {
                log.Say($"--- {plan.Leaf.Text}");
            }

            if (plan.Job.Approval() is { } place && !await IsApprovedAsync($"{plan.Name} deploys to {place}. Go on? [y/N] ", stop))
            {
                return new LeafResult(plan.Leaf, Outcome.Skipped, $"{place} was not approved");
            }

            reports.Clear(plan);
            var result = await RunCommandsAsync(plan, turn, log, stop, kill);
            reports.Keep(plan);
            if (result.Outcome == Outcome.Passed)
            {
                passed?.Remember(plan);
            }

            return result;
        }
        catch (OperationCanceledException)
        {
            return new LeafResult(plan.Leaf, Outcome.NotRun, "interrupted");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidOperationException or ArgumentException)
        {
            var message = PlainText.Of(mask.Apply(error.Message));
            log.Say(message);
            return new LeafResult(plan.Leaf, Outcome.Failed, message);
        }
    }

    private async Task<LeafResult> RunCommandsAsync(LeafPlan plan, InstallTurn turn, JobLog log, CancellationToken stop, CancellationToken kill)
    {
        await using var processes = new ProcessScope(child, mask, log.Say, surroundings.Grace, kill);
        return await new LeafRun(plan, surroundings, processes, engine, mask, log).RunAsync(turn, stop);
    }

    // Whoever started the run decides; everything that had to pass before has passed. One question at a time.
    private async Task<bool> IsApprovedAsync(string question, CancellationToken stop)
    {
        await _question.WaitAsync(stop);
        try
        {
            return surroundings.Approve is { } ask && await Task.Run(() => ask(question), stop).WaitAsync(stop);
        }
        finally
        {
            _question.Release();
        }
    }

    public void Dispose() => _question.Dispose();
}
