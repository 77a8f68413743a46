using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitLab;

/// <summary>
/// <c>cache</c> of downloads. GitLab stores only what lies in the working tree, so the tool is told to keep its downloads there. Jobs that
/// release something have none: a cache is written by jobs that ran unreviewed code.
/// </summary>
internal static class CacheSection
{
    /// <summary>The cache that the job uses on GitLab, or null.</summary>
    public static Cache? CacheOf(Job job) => GitLabPlan.IsRelease(job) ? null : job.Install?.Cache;

    /// <summary>Its folder, relative to the working tree.</summary>
    public static string Folder(Cache cache) => ".cache/" + cache.Id;

    public static void AddTo(YamlMap map, Job job, GitLabPlan plan)
    {
        if (CacheOf(job) is not { } cache)
        {
            return;
        }

        var files = cache.Key.Concat(cache.Else).Distinct(StringComparer.Ordinal).ToList();
        if (files.Count > GitLabLimits.CacheKeyFiles)
        {
            plan.Report(
                GitLabDiagnostics.CacheKeyCut,
                $"the key of the cache \"{cache.Id}\" is made of {string.Join(" and ", files.Take(GitLabLimits.CacheKeyFiles))}; GitLab takes no more, and leaves out {string.Join(", ", files.Skip(GitLabLimits.CacheKeyFiles))}");
        }

        // Downloads for one leaf of a matrix need not suit another.
        var axes = job.Matrix?.Axes.Select(axis => "-$" + EnvNames.OfAxis(axis.Name)) ?? [];
        var prefix = cache.Id + string.Concat(axes);
        map["cache"] = new YamlMap
        {
            ["key"] = files.Count == 0
                ? prefix
                : new YamlMap { Flow = true, ["files"] = YamlList.Inline(files.Take(GitLabLimits.CacheKeyFiles)), ["prefix"] = prefix },
            ["paths"] = YamlList.Inline([Folder(cache) + "/"]),
        };
    }
}
