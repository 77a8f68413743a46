using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Cli.Estimating;

/// <summary>Puts jobs into an order in which needs point backwards.</summary>
internal static class JobSet
{
    /// <summary>The same jobs, each behind those it needs, otherwise in the order given.</summary>
    /// <exception cref="FormatException">A need does not exist, or jobs need each other in a circle.</exception>
    public static IReadOnlyList<EstimatedJob> InOrder(IReadOnlyList<EstimatedJob> jobs)
    {
        var byId = jobs.ToDictionary(j => j.Id, StringComparer.Ordinal);
        foreach (var (job, need) in jobs.SelectMany(j => j.Needs.Where(n => !byId.ContainsKey(n)).Select(n => (j, n))))
        {
            throw new FormatException($"job \"{job.Id}\" needs \"{need}\", which does not exist{(NearestMatch.Find(need, byId.Keys) is { } near ? $"\nhint: did you mean `{near}`?" : "")}");
        }

        var ordered = new List<EstimatedJob>();
        var done = new HashSet<string>(StringComparer.Ordinal);
        while (ordered.Count < jobs.Count)
        {
            var next = jobs.FirstOrDefault(j => !done.Contains(j.Id) && j.Needs.All(done.Contains))
                ?? throw new FormatException($"jobs need each other in a circle: {string.Join(" -> ", Circle(byId, jobs.First(j => !done.Contains(j.Id)), done))}");
            ordered.Add(next);
            done.Add(next.Id);
        }

        return ordered;
    }

    // Every job that is left needs one that is left: walking along comes back to where it was.
    private static List<string> Circle(Dictionary<string, EstimatedJob> byId, EstimatedJob start, HashSet<string> done)
    {
        var path = new List<string>();
        for (var at = start.Id; ; at = byId[at].Needs.First(n => !done.Contains(n)))
        {
            if (path.IndexOf(at) is >= 0 and var first)
            {
                return [.. path[first..], at];
            }

            path.Add(at);
        }
    }
}
