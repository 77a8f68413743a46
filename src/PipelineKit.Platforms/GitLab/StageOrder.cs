using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.GitLab;

/// <summary>
/// GitLab's stages: <c>check</c>, <c>gate</c>, and the phases behind it that are used.
/// </summary>
/// <remarks>
/// What stands before the gate is one stage: its jobs start at once, and those that need others say so.
///
/// The gate stands behind the last phase that has a gate job, not always at the very end. Without deployments that is the end. With them it is
/// the barrier before them: a publishing job then needs one job (<c>quality-gate</c>) instead of every gate job, which would be wrong in two
/// ways: GitLab allows 50 needs, and each that may be left out by its rules would have to be optional. A gate at the very end, on the other
/// hand, would wait for deployments that are manual or rare, and be red for a failed roll-out of code that is good.
/// </remarks>
internal sealed class StageOrder
{
    public const string Gate = "gate";

    // A job with more needs than GitLab takes waits for earlier stages instead, so there have to be some.
    private readonly bool _isOneStage;
    private readonly Dictionary<string, Phase> _phases = new(StringComparer.Ordinal);

    public StageOrder(IReadOnlyList<Job> jobs)
    {
        // Jobs come with every need before the job that has it; GitLab refuses a need in a later stage, so the job moves there.
        foreach (var job in jobs)
        {
            var phase = job.Phase;
            foreach (var need in job.Needs)
            {
                phase = _phases.TryGetValue(need.JobId, out var earlier) && earlier > phase ? earlier : phase;
            }

            _phases[job.Id] = phase;
            LastGated = job.Gate && !(LastGated >= phase) ? phase : LastGated;
        }

        foreach (var job in jobs.Where(job => job.NeedsGate && _phases[job.Id] < LastGated))
        {
            _phases[job.Id] = LastGated!.Value;
        }

        _isOneStage = LastGated is not null && jobs.All(job => Needs(job, jobs) <= GitLabLimits.Needs);
        Names = InOrder();
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

    /// <summary>True for a job that waits for nothing where it says nothing.</summary>
    public bool IsFirst(Job job) => NameOf(job) == Names[0];

    private string NameOf(Phase phase) => _isOneStage && phase <= LastGated ? "check" : phase.ToString().ToLowerInvariant();

    // As many as the job is written with: one for each leaf of what it needs, but for artifacts, which come from one leaf.
    private static int Needs(Job job, IReadOnlyList<Job> jobs) => job.Needs.Sum(
        need => need.Artifacts.Count > 0 || jobs.FirstOrDefault(j => j.Id == need.JobId) is not { } needed ? 1 : GitLabPlan.Leaves(needed)) + (job.NeedsGate ? 1 : 0);

    private List<string> InOrder()
    {
        var names = new List<string>();
        for (var phase = Phase.Prepare; phase <= Phase.Deploy; phase++)
        {
            if (_phases.ContainsValue(phase) && !names.Contains(NameOf(phase)))
            {
                names.Add(NameOf(phase));
            }

            if (phase == LastGated)
            {
                names.Add(Gate);
            }
        }

        return names;
    }
}
