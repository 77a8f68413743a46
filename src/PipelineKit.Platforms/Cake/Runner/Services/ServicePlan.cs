namespace PipelineKitRunner;

/// <summary>Where a job's services come from: the environment, or a container engine.</summary>
internal sealed class ServicePlan(ContainerEngine engine)
{
    /// <summary>Why a job's services cannot be had here, or null.</summary>
    public async Task<string?> FindProblemAsync(JobData job)
    {
        var needed = job.Services.Where(s => !IsInEnvironment(job, s.Key)).Select(s => s.Key).ToList();
        if (needed.Count == 0 || await engine.FindAsync() is not null)
        {
            return null;
        }

        var variables = job.Env.Where(e => IsOf(e.Value, needed[0])).Select(e => e.Key).ToList();
        return $"no service {string.Join(", ", needed)}: start docker or podman"
            + (variables.Count == 0 ? "" : $", or set {string.Join(", ", variables)}");
    }

    /// <summary>A service is there when every variable that would tell of it is already set.</summary>
    public static bool IsInEnvironment(JobData job, string alias)
    {
        var variables = job.Env.Where(e => IsOf(e.Value, alias)).Select(e => e.Key).ToList();
        return variables.Count > 0 && variables.TrueForAll(v => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(v)));
    }

    public static bool IsOf(Value value, string alias) => value.Kind == "service" && value.Text.StartsWith(alias + ".", StringComparison.Ordinal);
}
