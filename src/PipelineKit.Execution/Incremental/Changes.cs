using PipelineKit.Execution.Planning;

namespace PipelineKit.Execution.Incremental;

/// <summary>Jobs with path conditions run only when one of their files differs, as in CI.</summary>
/// <param name="git">Tells what differs.</param>
internal sealed class Changes(Git git)
{
    /// <summary>Marks the jobs that are not concerned. Where git cannot tell, every job is.</summary>
    public async Task ApplyAsync(IReadOnlyList<JobPlan> plans, string revision)
    {
        if (await git.ChangedSinceAsync(revision) is not { } changed)
        {
            return;
        }

        foreach (var plan in plans.Where(p => p.Job.When.Paths.Count > 0))
        {
            var globs = plan.Job.When.Paths.Select(g => new GlobPattern(g)).ToList();
            if (!changed.Any(f => globs.Exists(g => g.IsMatch(f))))
            {
                plan.NotConcerned = $"no file of it differs from {revision}";
            }
        }
    }
}
