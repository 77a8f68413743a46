using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitHub.Steps;

/// <summary>
/// The cache of an install. Jobs that publish have none: what a cache holds may come from any earlier run of the branch, and must not reach
/// a release.
/// </summary>
internal sealed class CacheSteps(GitHubContext context)
{
    public const string FolderStep = "cache-folder";

    /// <summary>True when this set-up action keeps the job's cache itself.</summary>
    public bool IsHandledBy(Job job, GitHubSetup setup) =>
        context.Releases.MayCache(job) && setup.CacheId is not null
        && (setup.CacheAlways || string.Equals(setup.CacheId, job.Install?.Cache?.Id, StringComparison.Ordinal));

    /// <summary>Files whose content is the key.</summary>
    public static IReadOnlyList<string> KeyFiles(Cache cache) => cache.Key.Count > 0 ? cache.Key : cache.Else;

    public IEnumerable<YamlMap> Build(Job job)
    {
        if (job.Install?.Cache is null || !context.Releases.MayCache(job) || job.Toolchains.Any(t => t.Definition.GitHub.Any(setup => IsHandledBy(job, setup))))
        {
            yield break;
        }

        var cache = job.Install!.Cache!;
        yield return new YamlMap
        {
            // Outside the working tree, where no tool looks; only the shell knows the folder on the host and in a container alike.
            ["id"] = FolderStep,
            ["name"] = StepNames.CacheFolder,
            ["run"] = $"echo \"{cache.Env}=$RUNNER_TEMP/{cache.Id}-cache\" | tee -a \"$GITHUB_ENV\" >> \"$GITHUB_OUTPUT\"",
        };
        yield return new YamlMap
        {
            ["uses"] = context.Uses("actions/cache"),
            ["with"] = new YamlMap { ["path"] = $"${{{{ steps.{FolderStep}.outputs.{cache.Env} }}}}", ["key"] = Key(job, cache) },
        };
    }

    // Leaves of a matrix may install different things from the same lock file: each has its own entry, so that none is stored half full.
    private static string Key(Job job, Cache cache)
    {
        var leaf = string.Concat(job.Matrix?.Axes.Select(axis => "-" + Expressions.Axis(axis.Name)) ?? []);
        var files = string.Join(" || ", new[] { cache.Key, cache.Else }.Where(f => f.Count > 0).Select(HashOf));
        return $"{cache.Id}-${{{{ runner.os }}}}-{job.Install!.Id}{leaf}-${{{{ {files} }}}}";
    }

    private static string HashOf(IReadOnlyList<string> files) => $"hashFiles({string.Join(", ", files.Select(Expressions.Quoted))})";
}
