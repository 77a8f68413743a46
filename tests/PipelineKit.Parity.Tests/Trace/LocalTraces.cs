namespace PipelineKit.Parity.Tests.Trace;

/// <summary>Traces of one machine that runs all jobs in one folder: an install that several jobs share runs once, and the others have it as well.</summary>
internal sealed class LocalTraces(string platform)
{
    public Traces Traces { get; } = new(platform);

    /// <param name="scenario">What ran.</param>
    /// <param name="verdicts">Leaves that ran, and how they ended; of a leaf that ran before only the first counts.</param>
    /// <param name="records">What was started.</param>
    public void Add(Scenario scenario, IEnumerable<KeyValuePair<TracedLeaf, string>> verdicts, IReadOnlyList<(string Job, string Leaf, TraceRecord Record)> records)
    {
        List<TracedLeaf> ran = [.. verdicts.Where(v => Traces.Verdicts.TryAdd(v.Key, v.Value)).Select(v => v.Key)];
        var last = new Dictionary<string, List<TraceRecord>>(StringComparer.Ordinal);
        var started = records.Where(r => scenario.Jobs.Any(job => job.Id == r.Job.Split('@')[0]))
            .GroupBy(r => LeafOf(scenario, r.Job, r.Record), r => r.Record).ToDictionary(g => g.Key, g => g.ToList());
        foreach (var leaf in started.Keys.Union(ran))
        {
            var whole = WithInstall(scenario, leaf, started.GetValueOrDefault(leaf, []), last);
            if (ran.Contains(leaf))
            {
                whole.ForEach(record => Traces.Add(leaf, record));
            }
        }
    }

    private static List<TraceRecord> WithInstall(Scenario scenario, TracedLeaf leaf, List<TraceRecord> records, Dictionary<string, List<TraceRecord>> last)
    {
        var job = scenario.Jobs.Single(j => j.Id == leaf.Job);
        var values = job.Leaves.Single(l => TraceJob.NameOf(l) == leaf.Leaf);
        var install = job.Install.Select(command => TraceRecord.Escape(command.In(values)!)).ToList();
        var key = job.Directory + "\n" + string.Join('\n', install);
        var own = records.Zip(install).TakeWhile(pair => TraceRecord.Escape(pair.First.Argv) == pair.Second).Count();
        if (own > 0)
        {
            last[key] = records[..own];
            return records;
        }

        return install.Count > 0 && last.TryGetValue(key, out var shared) ? [.. shared.Select(record => record with { IsShared = true }), .. records] : records;
    }

    private static TracedLeaf LeafOf(Scenario scenario, string key, TraceRecord record)
    {
        var id = key.Split('@')[0];
        return new TracedLeaf(id, scenario.Name, GitLabRun.LeafOf(scenario.Jobs.Single(job => job.Id == id), record));
    }
}
