namespace PipelineKit.Platforms.GitLab;

/// <summary>Which parts of the file the parity digest covers: what a job does, not where and when it does it.</summary>
internal static class ParityPaths
{
    private static readonly HashSet<string> Sections = new(StringComparer.Ordinal)
    {
        GateSection.JobId, "default", "image", "include", "inputs", "spec", "stages", "workflow",
    };

    private static readonly HashSet<string> JobKeys = new(StringComparer.Ordinal)
    {
        "after_script", "allow_failure", "before_script", "extends", "hooks", "inherit", "parallel", "run", "script", "services", "timeout",
        "trigger", "variables",
    };

    public static bool Covers(IReadOnlyList<string> pointer) => pointer switch
    {
        [] => true,
        [GateSection.JobId, ..] => false,
        ["default", var key, ..] => JobKeys.Contains(key),
        [var section, ..] when Sections.Contains(section) => false,
        [_] => true,
        [var section, var key, ..] => JobKeys.Contains(section) || JobKeys.Contains(key),
    };
}
