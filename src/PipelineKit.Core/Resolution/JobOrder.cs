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

    // The gate as a node of the graph: every gate job leads to it, and it to every other job that waits for it. The word is reserved: no job has this id.
    private const string Gate = "gate";

    /// <summary>Jobs in order; a cycle is reported and leaves its jobs out.</summary>
    public static IReadOnlyList<Job> Sort(IReadOnlyList<BuiltJob> jobs, string specFile, DiagnosticBag diagnostics)
    {
        var byId = jobs.ToDictionary(j => j.Job.Id, StringComparer.Ordinal);
        var gate = jobs.Where(j => j.Job.Gate).Select(j => j.Job.Id).ToList();
        var (waiting, users) = Edges(jobs, byId, gate);
        var ready = new PriorityQueue<BuiltJob, BuiltJob>(BySpec);
        foreach (var job in jobs.Where(j => waiting[j.Job.Id] == 0))
        {
            ready.Enqueue(job, job);
        }

        var result = new List<Job>(jobs.Count);
        void Release(string id)
        {
            foreach (var user in users.GetValueOrDefault(id) ?? [])
            {
                if (--waiting[user] > 0)
                {
                    continue;
                }

                if (user == Gate)
                {
                    Release(Gate);
                }
                else
                {
                    ready.Enqueue(byId[user], byId[user]);
                }
            }
        }

        if (gate.Count == 0)
        {
            Release(Gate);
        }

        while (ready.TryDequeue(out var job, out _))
        {
            result.Add(job.Job);
            Release(job.Job.Id);
        }

        if (result.Count < jobs.Count)
        {
            var cycle = jobs.Select(j => j.Job.Id).Except(result.Select(j => j.Id), StringComparer.Ordinal).Order(StringComparer.Ordinal);
            diagnostics.Add(
                ResolutionDiagnostics.NeedsCycle,
                SourceSpan.WholeFile(specFile),
                $"these jobs need each other and could never start: {MessageText.List([.. cycle])}",
                "remove one of the needs between them");
        }

        return result;
    }

    private static (Dictionary<string, int> Waiting, Dictionary<string, List<string>> Users) Edges(
        IReadOnlyList<BuiltJob> jobs, Dictionary<string, BuiltJob> byId, List<string> gate)
    {
        var waiting = new Dictionary<string, int>(StringComparer.Ordinal) { [Gate] = gate.Count };
        var users = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        void Edge(string from, string to)
        {
            if (!users.TryGetValue(from, out var known))
            {
                users.Add(from, known = []);
            }

            known.Add(to);
        }

        gate.ForEach(id => Edge(id, Gate));
        foreach (var job in jobs.Select(j => j.Job))
        {
            var needs = job.Needs.Select(n => n.JobId).Where(byId.ContainsKey).ToHashSet(StringComparer.Ordinal);

            // A gate job that waits for the gate means the other gate jobs; there are few of these.
            if (job.NeedsGate && job.Gate)
            {
                needs.UnionWith(gate);
                needs.Remove(job.Id);
            }
            else if (job.NeedsGate)
            {
                needs.Add(Gate);
            }

            waiting.Add(job.Id, needs.Count);
            foreach (var need in needs)
            {
                Edge(need, job.Id);
            }
        }

        return (waiting, users);
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
