namespace PipelineKit.Platforms.GitHub;

/// <summary>Which places of a workflow belong to what the parity digest covers.</summary>
internal static class ParityCover
{
    private static readonly HashSet<string> OfJob = new(StringComparer.Ordinal)
    {
        "continue-on-error", "defaults", "env", "services", "steps", "strategy", "timeout-minutes",
    };

    private static readonly HashSet<string> OutsideOfStep = new(StringComparer.Ordinal) { "id", "name", "timeout-minutes", "uses", "with" };

    /// <summary>True when a change there can change what runs. A whole job or step counts as covered.</summary>
    public static bool Covers(IReadOnlyList<string> pointer)
    {
        if (pointer.Count == 0 || (pointer[0] != "jobs" && pointer[0] != "env" && pointer[0] != "defaults"))
        {
            return pointer.Count == 0;
        }

        if (pointer[0] != "jobs" || pointer.Count < 2)
        {
            return true;
        }

        return pointer[1] is not (ChangesJob.Id or CodeScanningJob.Id or GateJob.Id)
            && (pointer.Count == 2 || (OfJob.Contains(pointer[2]) && !(pointer[2] == "steps" && pointer.Count > 4 && OutsideOfStep.Contains(pointer[4]))));
    }
}
