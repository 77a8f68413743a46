using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Platforms.GitLab;

/// <summary>
/// What jobs have in common is written once: the image under <c>default</c>, what toolchains read under <c>variables</c>, and the stage, the cache
/// and the keeping of reports in the hidden job <c>.stage</c>, which the others extend. A job never gets an image, a cache or a folder that it did not have.
/// </summary>
internal sealed class CommonParts(GitLabPlan plan, IReadOnlyList<KeyValuePair<Job, YamlMap>> jobs)
{
    /// <summary>Name of the job that others extend. A job of the pipeline cannot be called so: their names begin with a letter.</summary>
    public const string Template = ".stage";

    private List<YamlMap> Maps => [.. jobs.Select(job => job.Value)];

    public void MoveTo(YamlMap root)
    {
        if (jobs.Count < 2)
        {
            return;
        }

        if (Variables() is { Count: > 0 } variables)
        {
            variables.BlankLineAbove = true;
            root.Insert(root.Count - 1, "variables", variables);
        }

        MoveImage((YamlMap)root["default"]);
        if (Shared() is { } shared)
        {
            shared.BlankLineAbove = true;
            root[Template] = shared;
        }
    }

    // A runner without containers has no image, and a default would give it one.
    private void MoveImage(YamlMap defaults)
    {
        var images = Maps.ConvertAll(map => map.Find("image"));
        var common = images.OfType<YamlScalar>().Where(i => !i.Value.Contains('$', StringComparison.Ordinal)).GroupBy(i => i.Value, StringComparer.Ordinal).MaxBy(g => g.Count());
        if (common is null || common.Count() < 2 || images.Contains(null))
        {
            return;
        }

        defaults["image"] = common.Key;
        foreach (var map in Maps.Where(map => map["image"] is YamlScalar image && image.Value == common.Key))
        {
            map.Remove("image");
        }
    }

    // Only what toolchains and caches read, where most jobs have it: to the others these names say nothing, and a job may say otherwise.
    private YamlMap Variables()
    {
        var names = jobs.SelectMany(job => job.Key.Toolchains.SelectMany(t => t.Definition.Env.Keys.Concat(t.Definition.GitLabEnv.Keys)))
            .Concat(jobs.Select(job => CacheSection.CacheOf(job.Key, plan)?.Env).OfType<string>())
            .Except(jobs.SelectMany(job => job.Key.Env.Select(e => e.Key)), StringComparer.Ordinal)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var running = jobs.Where(job => job.Key.Run.Count > 0).Select(job => job.Value.Find("variables") as YamlMap).ToList();
        var moved = new YamlMap();
        foreach (var name in names)
        {
            var values = running.ConvertAll(map => (map?.Find(name) as YamlScalar)?.Value);
            if (values.Where(v => v is not null).GroupBy(v => v, StringComparer.Ordinal).MaxBy(g => g.Count()) is not { } common || 2 * common.Count() <= values.Count || common.Key!.Contains("$PK_", StringComparison.Ordinal))
            {
                continue;
            }

            moved[name] = common.Key;
            foreach (var map in Maps.Where(m => ((m.Find("variables") as YamlMap)?.Find(name) as YamlScalar)?.Value == common.Key))
            {
                var variables = (YamlMap)map["variables"];
                variables.Remove(name);
                if (variables.Count == 0)
                {
                    map.Remove("variables");
                }
            }
        }

        return moved;
    }

    private YamlMap? Shared()
    {
        var first = plan.Stages.Names[0];
        var candidates = jobs.Where(job => Text(job.Value, "stage") == first && Keeps(job.Value) is not null).ToList();
        if (candidates.Count < 2 || candidates.Select(job => Keeps(job.Value)).GroupBy(k => k, StringComparer.Ordinal).MaxBy(g => g.Count()) is not { } keep || keep.Count() < 2)
        {
            return null;
        }

        candidates.RemoveAll(job => Keeps(job.Value) != keep.Key);
        var cache = candidates.Where(job => job.Value.Find("cache") is not null).GroupBy(job => YamlWriter.Write(new YamlMap { ["cache"] = job.Value["cache"] }), StringComparer.Ordinal).MaxBy(g => g.Count());
        var withCache = cache is not null && cache.Count() >= 2 && 2 * cache.Count() > candidates.Count;
        if (withCache)
        {
            candidates = [.. cache!];
        }

        var template = new YamlMap { ["stage"] = first };
        if (withCache)
        {
            template["cache"] = candidates[0].Value["cache"];
        }

        // Jobs that fetch others' reports name their own folder, so that they do not keep what they fetched.
        var folders = candidates.Where(job => IsOwnFolder(job.Key, job.Value)).ToList();
        var artifacts = new YamlMap { ["when"] = "always", ["expire_in"] = keep.Key! };
        if (folders.Select(job => Parent(job.Key)).Distinct(StringComparer.Ordinal).Count() == 1)
        {
            artifacts["paths"] = YamlList.Inline([Parent(folders[0].Key) + "/"]);
        }

        template["artifacts"] = artifacts;
        foreach (var (job, map) in candidates)
        {
            Extend(map, withCache, artifacts.Find("paths") is not null && IsOwnFolder(job, map));
        }

        return template;
    }

    private static void Extend(YamlMap map, bool withCache, bool withPaths)
    {
        map.Remove("stage");
        if (withCache)
        {
            map.Remove("cache");
        }

        var artifacts = (YamlMap)map["artifacts"];
        artifacts.Remove("when");
        artifacts.Remove("expire_in");
        if (withPaths)
        {
            artifacts.Remove("paths");
        }

        if (artifacts.Count == 0)
        {
            map.Remove("artifacts");
        }

        map.Insert(0, "extends", Template);
    }

    private static string? Keeps(YamlMap map) => map.Find("artifacts") is YamlMap artifacts && Text(artifacts, "when") == "always" ? Text(artifacts, "expire_in") : null;

    private static bool IsOwnFolder(Job job, YamlMap map) =>
        job.Needs.All(need => need.Artifacts.Count == 0) && ((YamlMap)map["artifacts"]).Find("expose_as") is null
        && ((YamlMap)map["artifacts"]).Find("paths") is YamlList { Items: [YamlScalar path] } && path.Value == job.ReportsDirectory + "/";

    private static string Parent(Job job) => job.ReportsDirectory[..job.ReportsDirectory.LastIndexOf('/')];

    private static string? Text(YamlMap map, string key) => (map.Find(key) as YamlScalar)?.Value;
}
