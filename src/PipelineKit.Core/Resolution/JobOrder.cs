using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;

namespace PipelineKit.Core.Resolution;

/// <summary>
/// Orders jobs by phase, then as in the spec, with every need before the job that has it. Kahn's algorithm with a priority queue:
/// O(jobs · log jobs + needs), and the same order for the same spec.
/// </summary>
internal static class JobOrder
{
    private static readonly IComparer<BuiltJob> BySpec = Comparer<BuiltJob>.Create(Compare);

    /// <summary>Jobs in order; a cycle is reported and leaves its jobs out.</summary>
    public static IReadOnlyList<Job> Sort(IReadOnlyList<BuiltJob> jobs, string specFile, DiagnosticBag diagnostics)
    {
        var byId = jobs.ToDictionary(j => j.Job.Id, StringComparer.Ordinal);
        var waiting = new Dictionary<string, int>(StringComparer.Ordinal);
        var users = new Dictionary<string, List<BuiltJob>>(StringComparer.Ordinal);
        var ready = new PriorityQueue<BuiltJob, BuiltJob>(BySpec);
        foreach (var job in jobs)
        {
            var needs = Needs(job.Job, jobs).Where(byId.ContainsKey).ToList();
            waiting.Add(job.Job.Id, needs.Count);
            foreach (var need in needs)
            {
                if (!users.TryGetValue(need, out var known))
                {
                    users.Add(need, known = []);
                }

                known.Add(job);
            }

            if (needs.Count == 0)
            {
                ready.Enqueue(job, job);
            }
        }

        var result = new List<Job>(jobs.Count);
        while (ready.TryDequeue(out var job, out _))
        {
            result.Add(job.Job);
            foreach (var user in users.GetValueOrDefault(job.Job.Id) ?? [])
            {
                if (--waiting[user.Job.Id] == 0)
                {
                    ready.Enqueue(user, user);
                }
            }
        }

        if (result.Count < jobs.Count)
        {
            var cycle = jobs.Select(j => j.Job.Id).Except(result.Select(j => j.Id), StringComparer.Ordinal).Order(StringComparer.Ordinal);
            diagnostics.Add(
                ResolutionDiagnostics.NeedsCycle,
                SourceSpan.WholeFile(specFile),
                $"these jobs need each other and could never start: {string.Join(", ", cycle)}",
                "remove one of the needs between them");
        }

        return result;
    }

    private static IEnumerable<string> Needs(Job job, IReadOnlyList<BuiltJob> all)
    {
        var named = job.Needs.Select(n => n.JobId);
        return job.NeedsGate ? named.Union(all.Where(a => a.Job.Gate && a.Job.Id != job.Id).Select(a => a.Job.Id), StringComparer.Ordinal) : named;
    }

    private static int Compare(BuiltJob left, BuiltJob right)
    {
        var (one, other) = (left.Draft.Order, right.Draft.Order);
        var order = ((int)left.Job.Phase).CompareTo((int)right.Job.Phase);
        order = order != 0 ? order : one.Stage.CompareTo(other.Stage);
        order = order != 0 ? order : one.Job.CompareTo(other.Job);
        return order != 0 ? order : one.Project.CompareTo(other.Project);
    }
}
