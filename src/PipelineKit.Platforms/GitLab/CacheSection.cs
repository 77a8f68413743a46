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
    /// <summary>The cache that the job uses on GitLab, or null: that of its install, or of a toolchain that keeps what it downloads in every job.</summary>
    public static Cache? CacheOf(Job job, GitLabPlan plan) => !plan.Releases.MayCache(job) ? null
        : job.Install?.Cache ?? job.Toolchains.SelectMany(t => t.Definition.GitHub).Where(s => s.CacheAlways).Select(s => Known(job, s.CacheId, plan)).FirstOrDefault(c => c is not null);

    private static Cache? Known(Job job, string? id, GitLabPlan plan) =>
        plan.Jobs.Where(j => j.Project == job.Project).Select(j => j.Install?.Cache).FirstOrDefault(c => c?.Id == id);

    // Where every job installs something else, each has its own cache; where they install the same, one job writes it.
    private static bool IsOfJob(Cache cache, Job job) => job.Toolchains.Any(t => t.Definition.GitHub.Any(s => s.CacheAlways && s.CacheId == cache.Id));

    /// <summary>Its folder, relative to the working tree.</summary>
    public static string Folder(Cache cache) => ".cache/" + cache.Id;

    public static void AddTo(YamlMap map, Job job, GitLabPlan plan)
    {
        if (CacheOf(job, plan) is not { } cache)
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

        // Downloads for one leaf of a matrix need not suit another; the slug of a job's name holds the leaf.
        var ofJob = IsOfJob(cache, job);
        var axes = job.Matrix?.Axes.Select(axis => "-$" + EnvNames.OfAxis(axis.Name)) ?? [];
        var prefix = ofJob ? "$CI_JOB_NAME_SLUG" : cache.Id + string.Concat(axes);
        var key = new YamlMap { Flow = true, ["files"] = YamlList.Inline(files.Take(GitLabLimits.CacheKeyFiles)), ["prefix"] = prefix };
        if (ofJob)
        {
            key.Comment = "each job installs something else";
        }

        var section = new YamlMap { ["key"] = files.Count == 0 ? prefix : key, ["paths"] = YamlList.Inline([Folder(cache) + "/"]) };
        if (!ofJob && job.Matrix is null && plan.Jobs.First(j => j.Matrix is null && CacheOf(j, plan) == cache) != job)
        {
            section["policy"] = "pull";
        }

        map["cache"] = section;
    }
}
