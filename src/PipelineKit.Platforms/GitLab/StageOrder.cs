using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.GitLab;

/// <summary>
/// GitLab's stages: the phases that are used, and <c>gate</c>.
/// </summary>
/// <remarks>
/// The gate stands behind the last phase that has a gate job, not always at the very end. Without deployments that is the end. With them it is
/// the barrier before them: a publishing job then needs one job (<c>quality-gate</c>) instead of every gate job, which would be wrong in two
/// ways: GitLab allows 50 needs, and each that may be left out by its rules would have to be optional. A gate at the very end, on the other
/// hand, would wait for deployments that are manual or rare, and be red for a failed roll-out of code that is good.
/// </remarks>
internal sealed class StageOrder
{
    public const string Gate = "gate";

    private readonly Dictionary<string, Phase> _phases = new(StringComparer.Ordinal);

    public StageOrder(IReadOnlyList<Job> jobs)
    {
        // Jobs come with every need before the job that has it; GitLab refuses a need in a later stage, so the job moves there.
        foreach (var job in jobs)
        {
            _phases[job.Id] = job.Needs.Select(need => _phases.GetValueOrDefault(need.JobId, job.Phase)).Append(job.Phase).Max();
        }

        LastGated = jobs.Where(job => job.Gate).Select(job => (Phase?)_phases[job.Id]).Max();
        foreach (var job in jobs.Where(job => job.NeedsGate && _phases[job.Id] < LastGated))
        {
            _phases[job.Id] = LastGated!.Value;
        }

        Names = [.. InOrder(_phases.Values.Distinct().Order())];
    }

    /// <summary>The last phase with a gate job, or null when the pipeline has none.</summary>
    public Phase? LastGated { get; }

    /// <summary>Stages in order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The phase in which a job runs on GitLab.</summary>
    public Phase PhaseOf(Job job) => _phases[job.Id];

    /// <summary>Name of the stage of a job.</summary>
    public string NameOf(Job job) => NameOf(PhaseOf(job));

    /// <summary>True when a job stands behind the gate and can therefore need it.</summary>
    public bool IsBehindGate(Job job) => LastGated is { } last && PhaseOf(job) > last;

    private static string NameOf(Phase phase) => phase.ToString().ToLowerInvariant();

    private IEnumerable<string> InOrder(IEnumerable<Phase> used)
    {
        foreach (var phase in used)
        {
            yield return NameOf(phase);
            if (phase == LastGated)
            {
                yield return Gate;
            }
        }
    }
}
