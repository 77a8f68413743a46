using PipelineKit.Core.Model;

namespace PipelineKit.Execution.Planning;

/// <summary>What a job means for somebody who runs it by hand.</summary>
internal static class JobTraits
{
    /// <summary>Runs only when it is asked for by name: tags, schedules, buttons.</summary>
    public static bool IsOnRequest(this Job job) =>
        job.When.OnlyManual || (job.When.Events & (PipelineEvents.Push | PipelineEvents.PullRequest)) == 0;

    /// <summary>Something leaves this machine.</summary>
    public static bool Publishes(this Job job) => job.Oidc is not null || (job.Phase is Phase.Publish or Phase.Deploy && job.Run.Count > 0);

    /// <summary>Runs when its stage is asked for. A site is only hosted by the platform: on the laptop it would bring the whole gate in and do nothing.</summary>
    public static bool IsUsual(this Job job) => !job.IsOnRequest() && !job.Publishes() && job.PlatformOperation is null && job.Pages is null;

    /// <summary>Counted by the quality gate, and run by it.</summary>
    public static bool IsInGate(this Job job) => job.Gate && !job.IsOnRequest() && job.PlatformOperation is null;

    /// <summary>Does the job wait for another one?</summary>
    public static bool WaitsFor(this Job job, Job other) =>
        job.Needs.Any(n => n.JobId == other.Id) || (job.NeedsGate && other.IsInGate());

    /// <summary>Environment that a person has to approve, or null.</summary>
    public static string? Approval(this Job job) => job.Environment is { Approval: true } environment ? environment.Name : null;

    /// <summary>Files and folders that must exist afterwards.</summary>
    public static IEnumerable<string> RequiredArtifacts(this Job job) => job.Artifacts.Where(a => a.Required).SelectMany(a => a.Paths);

    /// <summary>Names of the secrets that the job uses.</summary>
    public static IEnumerable<string> Secrets(this Job job)
    {
        var names = job.Env.Select(e => e.Value).OfType<SecretValue>().Select(s => s.Name);
        return job.Oidc?.SecretVariable is { } variable ? names.Append(variable) : names;
    }
}
