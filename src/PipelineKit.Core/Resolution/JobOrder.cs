using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;

namespace PipelineKit.Core.Resolution;

/// <summary>
/// Orders jobs by phase, then as in the spec, with every need before the job that has it. Kahn's algorithm with a priority queue:
/// O(jobs · log jobs + needs), and the same order for the same spec.
/// </summary>
internal static class JobOrder
{
    /// <summary>Jobs in order; a cycle is reported and leaves its jobs out.</summary>
    public static IReadOnlyList<Job> Sort(IReadOnlyList<(Job Job, JobDraft Draft)> jobs, string specFile, DiagnosticBag diagnostics)
    {
        var byId = jobs.ToDictionary(j => j.Job.Id, StringComparer.Ordinal);
        var waiting = jobs.ToDictionary(j => j.Job.Id, j => Needs(j.Job, jobs).Count(byId.ContainsKey), StringComparer.Ordinal);
        var users = jobs.SelectMany(j => Needs(j.Job, jobs).Select(n => (Need: n, User: j.Job.Id))).ToLookup(p => p.Need, p => p.User, StringComparer.Ordinal);
        var ready = new PriorityQueue<string, (Phase, (int, int, int))>();
        foreach (var (job, draft) in jobs.Where(j => waiting[j.Job.Id] == 0))
        {
            ready.Enqueue(job.Id, (job.Phase, draft.Order));
        }

        var result = new List<Job>(jobs.Count);
        while (ready.TryDequeue(out var id, out _))
        {
            result.Add(byId[id].Job);
            foreach (var user in users[id].Where(u => --waiting[u] == 0))
            {
                ready.Enqueue(user, (byId[user].Job.Phase, byId[user].Draft.Order));
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

    private static IEnumerable<string> Needs(Job job, IReadOnlyList<(Job Job, JobDraft Draft)> all)
    {
        var named = job.Needs.Select(n => n.JobId);
        return job.NeedsGate ? named.Union(all.Where(a => a.Job.Gate && a.Job.Id != job.Id).Select(a => a.Job.Id), StringComparer.Ordinal) : named;
    }
}
