using PipelineKit.Core.Model;
using PipelineKit.Execution.Processes;
using PipelineKit.Execution.Services;

namespace PipelineKit.Execution.Planning;

/// <summary>Everything that can be known before the first command runs: what is missing, what is refused, what cannot run here.</summary>
internal sealed class Preflight(
    Pipeline pipeline, RunRequest request, RunSurroundings surroundings, ProgramFinder finder, ToolchainProbes probes, ServicePlan services)
{
    private readonly ProgramCheck _programs = new(pipeline, finder, surroundings.Root);

    public async Task<IReadOnlyList<JobPlan>> CheckAsync(IReadOnlyList<Job> jobs)
    {
        var plans = jobs.Select(j => new JobPlan(j, [.. Leaf.Expand(j.Matrix).Select(l => new LeafPlan(j, l, surroundings.Variables))])).ToList();
        foreach (var plan in plans)
        {
            plan.NotConcerned = plan.Job.PlatformOperation is { } operation ? $"{operation} is an operation of the CI platform" : null;
            plan.SkipReason = Refusal(plan.Job) ?? await services.FindProblemAsync(plan.Job);
        }

        var runnable = plans.FindAll(p => p.SkipReason is null);
        var missing = await probes.FindMissingAsync(runnable.SelectMany(p => p.Leaves));
        foreach (var plan in runnable)
        {
            Sort(plan, [.. missing.Where(m => m.Plan.Job == plan.Job)]);
            plan.Missing.AddRange(plan.Leaves.Where(l => !plan.SkippedLeaves.ContainsKey(l)).SelectMany(_programs.FindMissing).Except(plan.Missing));
            if (plan.Missing.Count > 0 && request.AllowSkips)
            {
                plan.SkipReason = "missing: " + string.Join(", ", plan.Missing.Select(m => m.Name));
            }
        }

        return plans;
    }

    private string? Refusal(Job job)
    {
        var secret = job.Env.Select(e => e.Value).OfType<SecretValue>()
            .FirstOrDefault(s => s.Required && string.IsNullOrEmpty(surroundings.Variables.GetValueOrDefault(s.Name)));
        return job.Publishes() && !request.AllowPublish ? "it publishes or deploys: pass --allow-publish"
            : job.Approval() is { } place && surroundings.Approve is null ? $"somebody has to approve {place} at a terminal"
            : job.Runner.Os is "windows" && !OperatingSystem.IsWindows() ? "it needs Windows"
            : job.Runner.Os is "macos" && !OperatingSystem.IsMacOS() ? "it needs macOS"
            : secret is not null ? $"the secret {secret.Name} is not in the environment"
            : null;
    }

    // A version of the matrix that is not here skips its leaf as long as one other leaf can run; anything else is missing.
    private static void Sort(JobPlan plan, List<MissingToolchain> missing)
    {
        var ofMatrix = missing.FindAll(m => m.Toolchain.Version is MatrixValue);
        var allLeaves = plan.Leaves.All(l => ofMatrix.Exists(m => m.Plan == l));
        plan.Missing.AddRange(missing.Where(m => allLeaves || m.Toolchain.Version is not MatrixValue).Select(m => m.Tool).Distinct());
        foreach (var (leaf, _, problem) in allLeaves ? [] : ofMatrix)
        {
            plan.SkippedLeaves[leaf] = $"{problem.Name}: {problem.Problem}";
        }
    }
}
