using PipelineKit.Core.Model;
using PipelineKit.Core.Spec;

namespace PipelineKit.Core.Resolution;

/// <summary>
/// Puts the condition of a stage document and the one of the spec together. The spec can only narrow what a template says: a deploy job
/// that a template keeps to the default branch cannot reach pull requests by a line in a spec.
/// </summary>
internal static class ConditionMerger
{
    public static Condition Merge(Condition? document, Condition? spec, SpecDocument settings, string projectPath)
    {
        var inner = document ?? Condition.Always;
        var outer = spec ?? Condition.Always;
        var branches = inner.Branches.Count > 0 ? inner.Branches : outer.Branches;
        var paths = outer.Paths.Count > 0 ? outer.Paths : inner.Paths;
        return new Condition
        {
            Events = inner.Events & outer.Events,
            Branches = [.. branches.SelectMany(b => Expand(b, settings)).Distinct(StringComparer.Ordinal)],
            Tags = inner.Tags.Count > 0 ? inner.Tags : outer.Tags,
            Paths = [.. paths.Select(p => ProjectPaths.Join(projectPath, p))],
            OnlyManual = inner.OnlyManual || outer.OnlyManual,
        };
    }

    private static IEnumerable<string> Expand(string branch, SpecDocument settings) => branch switch
    {
        "default" => [settings.DefaultBranch],
        "also" => settings.AlsoBranches.Select(b => b.Value),
        _ => [branch],
    };
}
