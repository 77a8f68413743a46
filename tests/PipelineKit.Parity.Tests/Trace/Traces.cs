namespace PipelineKit.Parity.Tests.Trace;

/// <summary>One leaf of one job in one scenario.</summary>
/// <param name="Leaf">Name of the leaf; empty without a matrix.</param>
internal sealed record TracedLeaf(string Job, string Scenario, string Leaf)
{
    public string Key => $"{Job}@{Scenario}";

    public override string ToString() => $"{Job}{(Leaf.Length == 0 ? "" : $" ({Leaf})")}, {Scenario}";
}

/// <summary>What one platform did.</summary>
/// <param name="Platform">github, gitlab, forgejo, cake or run.</param>
internal sealed record Traces(string Platform)
{
    public const string Passed = "passed";

    public const string Failed = "failed";

    /// <summary>A job that never started has no verdict.</summary>
    public const string NotRun = "not run";

    /// <summary>The programs in their order.</summary>
    public Dictionary<TracedLeaf, List<TraceRecord>> Records { get; } = [];

    /// <summary><see cref="Passed"/> or <see cref="Failed"/>.</summary>
    public Dictionary<TracedLeaf, string> Verdicts { get; } = [];

    public void Add(TracedLeaf leaf, TraceRecord record)
    {
        if (!Records.TryGetValue(leaf, out var records))
        {
            Records[leaf] = records = [];
        }

        records.Add(record);
    }
}
