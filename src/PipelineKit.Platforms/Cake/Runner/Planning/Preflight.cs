namespace PipelineKitRunner;

/// <summary>Everything that can be known before the first command runs: what is missing, what is refused, what cannot run here.</summary>
internal sealed class Preflight(PipelineData pipeline, RunOptions options, ProgramFinder finder, ToolchainProbes probes, ServicePlan services)
{
    public async Task<IReadOnlyList<JobPlan>> CheckAsync(IReadOnlyList<JobInfo> jobs)
    {
        var plans = jobs.Select(j => new JobPlan(j, [.. Leaf.Expand(j.Data).Select(l => new LeafPlan(pipeline, j, l))])).ToList();
        foreach (var plan in plans)
        {
            plan.NotConcerned = plan.Job.Data.Platform is { } operation ? $"{operation} is an operation of the CI platform" : null;
            plan.SkipReason = Refusal(plan.Job) ?? await services.FindProblemAsync(plan.Job.Data);
        }

        var runnable = plans.Where(p => p.SkipReason is null).ToList();
        var missing = await probes.FindMissingAsync(runnable.SelectMany(p => p.Leaves));
        foreach (var plan in runnable)
        {
            Sort(plan, missing.Where(m => m.Plan.Job == plan.Job).Select(m => (m.Plan, m.Toolchain, m.Missing)).ToList());
            plan.Missing.AddRange(plan.Leaves.Where(l => !plan.SkippedLeaves.ContainsKey(l)).SelectMany(Programs.FindMissing).Except(plan.Missing));
            if (plan.Missing.Count > 0 && options.AllowSkips)
            {
                plan.SkipReason = "missing: " + string.Join(", ", plan.Missing.Select(m => m.Name));
            }
        }

        return plans;
    }

    private ProgramCheck Programs { get; } = new(pipeline, finder, options.Root);

    private string? Refusal(JobInfo job)
    {
        var secret = job.Data.Env.Values.FirstOrDefault(v => v.Kind == "secret" && v.Required && string.IsNullOrEmpty(Environment.GetEnvironmentVariable(v.Text)));
        return job.Data.Publishes && !options.AllowPublish ? "it publishes or deploys: pass --allow-publish"
            : job.Data.Approval is { } place && Console.IsInputRedirected ? $"somebody has to approve {place} at a terminal"
            : job.Data.Os is "windows" && !OperatingSystem.IsWindows() ? "it needs Windows"
            : job.Data.Os is "macos" && !OperatingSystem.IsMacOS() ? "it needs macOS"
            : secret is not null ? $"the secret {secret.Text} is not in the environment"
            : null;
    }

    // A version of the matrix that is not here skips its leaf as long as one other leaf can run; anything else is missing.
    private static void Sort(JobPlan plan, List<(LeafPlan Leaf, string Toolchain, MissingTool Missing)> missing)
    {
        var ofMatrix = missing.Where(m => plan.Job.Data.Toolchains[m.Toolchain].Kind == "matrix").ToList();
        var allLeaves = plan.Leaves.All(l => ofMatrix.Exists(m => m.Leaf == l));
        plan.Missing.AddRange(missing.Where(m => allLeaves || plan.Job.Data.Toolchains[m.Toolchain].Kind != "matrix").Select(m => m.Missing).Distinct());
        foreach (var (leaf, _, problem) in allLeaves ? [] : ofMatrix)
        {
            plan.SkippedLeaves[leaf] = $"{problem.Name}: {problem.Problem}";
        }
    }
}
