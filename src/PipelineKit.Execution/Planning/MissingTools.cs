namespace PipelineKit.Execution.Planning;

/// <summary>The message of a run that cannot start.</summary>
internal static class MissingTools
{
    /// <summary>Each missing tool once, with the jobs that need it; null when nothing is missing.</summary>
    public static string? Tell(IEnumerable<JobPlan> plans)
    {
        var missing = plans.Where(p => p.SkipReason is null && p.Missing.Count > 0).ToList();
        if (missing.Count == 0)
        {
            return null;
        }

        var tools = missing.SelectMany(p => p.Missing).Distinct()
            .Select(tool => $"  {tool}\n    needed by {string.Join(", ", missing.Where(p => p.Missing.Contains(tool)).Select(p => p.Job.Id))}");
        return $"nothing was run, because tools are missing (--allow-skips leaves their jobs out):\n{string.Join('\n', tools)}";
    }
}
