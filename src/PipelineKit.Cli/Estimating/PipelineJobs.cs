using PipelineKit.Cli.Running;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Execution;

namespace PipelineKit.Cli.Estimating;

/// <summary>The jobs of a pipeline for one event, with their durations.</summary>
internal sealed class PipelineJobs
{
    private readonly Pipeline _pipeline;
    private readonly DurationTable _given;
    private readonly DurationTable _recorded;
    private readonly List<string> _missing = [];
    private readonly List<string> _notes = [];

    private PipelineJobs(Pipeline pipeline, DurationTable given, DurationTable recorded) => (_pipeline, _given, _recorded) = (pipeline, given, recorded);

    /// <summary>Makes the jobs. The platform's own gate is among them only where its duration is given.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="happened">The event that starts it.</param>
    /// <param name="given">Durations of a file; win over <paramref name="recorded"/>.</param>
    /// <param name="recorded">Durations of an earlier run. A leaf that did not run is taken to last as long as the longest that did.</param>
    /// <param name="notes">Receives what was assumed.</param>
    /// <exception cref="FormatException">A name does not exist, or durations are missing.</exception>
    public static IReadOnlyList<EstimatedJob> Of(Pipeline pipeline, PipelineEvents happened, DurationTable given, DurationTable recorded, ICollection<string> notes)
    {
        var made = new PipelineJobs(pipeline, given, recorded);
        made.CheckNames();
        var jobs = made.Make(happened);
        made._notes.ForEach(notes.Add);
        return made._missing.Count == 0 ? jobs : throw new FormatException(
            $"there is no duration for {string.Join(", ", made._missing)}\nhint: run the jobs once (`pipelinekit run`) or give their durations in a file (--durations)");
    }

    private void CheckNames()
    {
        var names = _pipeline.Jobs.Select(j => j.Id).Append(RunRequest.Gate).ToList();
        foreach (var name in _given.Jobs.Where(n => !names.Contains(n, StringComparer.Ordinal)))
        {
            throw Unknown("job", name, names);
        }

        foreach (var job in _pipeline.Jobs)
        {
            var leaves = Leaves(job);
            foreach (var leaf in _given.LeavesOf(job.Id).Where(l => l.Length > 0 && !leaves.Contains(l, StringComparer.Ordinal)))
            {
                throw Unknown($"leaf of job \"{job.Id}\" named", leaf, [.. leaves.Where(l => l.Length > 0)]);
            }
        }
    }

    private List<EstimatedJob> Make(PipelineEvents happened)
    {
        var jobs = _pipeline.Jobs.Where(j => !j.When.OnlyManual && j.When.Events.HasFlag(happened)).ToList();
        if (jobs.Count < _pipeline.Jobs.Count)
        {
            _notes.Add($"not part of it on this event: {string.Join(", ", _pipeline.Jobs.Except(jobs).Select(j => j.Id))}");
        }

        var ids = jobs.Select(j => j.Id).ToHashSet(StringComparer.Ordinal);
        var gate = jobs.Where(j => j.Gate).Select(j => j.Id).ToList();
        var withGate = _given.Jobs.Contains(RunRequest.Gate, StringComparer.Ordinal);
        var made = jobs.ConvertAll(j => new EstimatedJob(
            j.Id,
            [.. j.Needs.Select(n => n.JobId).Where(ids.Contains), .. j.NeedsGate ? withGate ? [RunRequest.Gate] : gate : []],
            [.. Leaves(j).Select(leaf => new EstimatedLeaf(leaf, Duration(j.Id, leaf)))]));
        if (withGate)
        {
            made.Add(new EstimatedJob(RunRequest.Gate, gate, [new EstimatedLeaf("", Duration(RunRequest.Gate, ""))]));
        }

        return made;
    }

    private TimeSpan Duration(string job, string leaf)
    {
        if ((_given.Find(job, leaf) ?? _recorded.Find(job, leaf)) is { } time)
        {
            return time;
        }

        var name = leaf.Length == 0 ? job : $"{job} ({leaf})";
        if (_recorded.Longest(job) is { } longest)
        {
            _notes.Add($"{name} did not run: taken to last as long as the longest leaf that did, {Times.Show(longest)}");
            return longest;
        }

        _missing.Add(name);
        return default;
    }

    // Named as the Cake script names them: python 3.12, os linux.
    private static List<string> Leaves(Job job)
    {
        IEnumerable<IReadOnlyList<KeyValuePair<string, string>>> leaves = [[]];
        foreach (var axis in job.Matrix?.Axes ?? [])
        {
            leaves = leaves.SelectMany(l => axis.Values.Select(v => (IReadOnlyList<KeyValuePair<string, string>>)[.. l, new(axis.Name, v)])).ToList();
        }

        return [.. leaves.Where(l => job.Matrix?.Exclude.Any(e => e.All(l.Contains)) != true).Select(l => string.Join(", ", l.Select(v => $"{v.Key} {v.Value}")))];
    }

    private static FormatException Unknown(string kind, string name, IReadOnlyList<string> known) => new(
        $"there is no {kind} \"{name}\"; expected one of {string.Join(", ", known)}{(NearestMatch.Find(name, known) is { } near ? $"\nhint: did you mean `{near}`?" : "")}");
}
