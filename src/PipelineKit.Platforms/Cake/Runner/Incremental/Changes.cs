namespace PipelineKitRunner;

/// <summary>--changed: jobs with path conditions run only when one of their files differs, as in CI.</summary>
internal sealed class Changes(ProgramFinder finder, string root)
{
    public async Task ApplyAsync(IReadOnlyList<JobPlan> plans, string revision)
    {
        var changed = await new Git(finder, root).ChangedSinceAsync(revision);
        foreach (var plan in plans.Where(p => changed is not null && p.Job.Data.Paths.Length > 0))
        {
            var globs = plan.Job.Data.Paths.Select(g => new GlobPattern(g)).ToList();
            if (!changed!.Any(f => globs.Exists(g => g.IsMatch(f))))
            {
                plan.NotConcerned = $"no file of it differs from {revision}";
            }
        }
    }
}
