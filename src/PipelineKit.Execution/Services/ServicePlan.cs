using PipelineKit.Core.Model;

namespace PipelineKit.Execution.Services;

/// <summary>Where a job's services come from: the environment, or a container engine.</summary>
internal sealed class ServicePlan(ContainerEngine engine, IReadOnlyDictionary<string, string> variables)
{
    /// <summary>Why a job's services cannot be had here, or null.</summary>
    public async Task<string?> FindProblemAsync(Job job)
    {
        var needed = job.Services.Select(s => s.Alias).Where(alias => !IsInEnvironment(job, alias, variables)).ToList();
        if (needed.Count == 0 || await engine.FindAsync() is not null)
        {
            return null;
        }

        var names = NamesOf(job, needed[0]);
        return $"no service {string.Join(", ", needed)}: start docker or podman" + (names.Count == 0 ? "" : $", or set {string.Join(", ", names)}");
    }

    /// <summary>A service is there when every variable that would tell of it is already set.</summary>
    public static bool IsInEnvironment(Job job, string alias, IReadOnlyDictionary<string, string> variables)
    {
        var names = NamesOf(job, alias);
        return names.Count > 0 && names.TrueForAll(n => !string.IsNullOrEmpty(variables.GetValueOrDefault(n)));
    }

    private static List<string> NamesOf(Job job, string alias) =>
        [.. job.Env.Where(e => e.Value is ServiceValue service && service.Service == alias).Select(e => e.Key)];
}
