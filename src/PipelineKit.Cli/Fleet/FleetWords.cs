namespace PipelineKit.Cli.Fleet;

/// <summary>The words of states, the same in all forms.</summary>
internal static class FleetWords
{
    public static string Of(FleetState state) => state switch
    {
        FleetState.Ok => "ok",
        FleetState.Drift => "drift",
        FleetState.PackChanged => "pack changed",
        FleetState.RuleBroken => "rule broken",
        _ => "error",
    };

    /// <summary>How many there are of each state, the worst first: <c>1 error, 2 drift, 3 ok</c>.</summary>
    public static string Count(IReadOnlyList<FleetRow> rows) => rows.Count == 0
        ? "no repositories"
        : string.Join(", ", rows.GroupBy(r => r.State).OrderByDescending(g => g.Key).Select(g => $"{g.Count()} {Of(g.Key)}"));
}
