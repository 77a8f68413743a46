using PipelineKit.Core.Yaml;

namespace PipelineKit.Platforms.GitLab;

/// <summary>Looks at a finished tree, whoever changed it last: what would make GitLab refuse it, or make it less safe than a generated one.</summary>
internal static class GitLabAudit
{
    private static readonly HashSet<string> Sections = new(StringComparer.Ordinal)
    {
        "after_script", "before_script", "cache", "default", "image", "include", "inputs", "services", "spec", "stages", "variables", "workflow",
    };

    public static IReadOnlyList<string> Findings(YamlMap tree)
    {
        var jobs = tree.Where(e => !Sections.Contains(e.Key) && !e.Key.StartsWith('.')).ToList();
        return
        [
            .. Workflow(tree),
            .. Images("the file", tree),
            .. Images("`default`", tree.Find("default") as YamlMap),
            .. Includes(tree),
            .. jobs.SelectMany(job => Job(job.Key, job.Value, tree, jobs.Select(j => j.Key).ToHashSet(StringComparer.Ordinal))),
        ];
    }

    private static IEnumerable<string> Workflow(YamlMap tree)
    {
        if ((tree.Find("workflow") as YamlMap)?.Find("rules") is not YamlList { Items.Count: > 0 })
        {
            yield return "`workflow` has no rules: a push to a branch with an open merge request would start two pipelines";
        }
    }

    private static List<string> Job(string name, YamlNode node, YamlMap tree, HashSet<string> jobs)
    {
        if (node is not YamlMap job)
        {
            return [$"\"{name}\" is no job: it has no keys"];
        }

        var findings = new List<string>(Images($"job \"{name}\"", job));
        if (job.Find("script") is null && job.Find("trigger") is null && job.Find("run") is null && job.Find("extends") is not YamlScalar { Value: not CommonParts.Template } and not YamlList)
        {
            findings.Add($"job \"{name}\" has no script");
        }

        if (job.Find("rules") is not null && (job.Find("only") ?? job.Find("except")) is not null)
        {
            findings.Add($"job \"{name}\" has both rules and only/except, which GitLab refuses");
        }

        if (job.Find("id_tokens") is not null && job.Find("cache") is YamlMap or YamlList { Items.Count: > 0 })
        {
            findings.Add($"job \"{name}\" has an identity token and a cache: whoever can write the cache could publish");
        }

        if (job.Find("stage") is YamlScalar { Value: not (".pre" or ".post") } stage && !Texts(tree.Find("stages")).Contains(stage.Value))
        {
            findings.Add($"job \"{name}\" stands in the stage \"{stage.Value}\", which `stages` does not list");
        }

        findings.AddRange(Needs(job).Where(need => !jobs.Contains(need)).Select(need => $"job \"{name}\" needs \"{need}\", which is no job of this file"));
        return findings;
    }

    private static IEnumerable<string> Images(string owner, YamlMap? map)
    {
        var services = (map?.Find("services") as YamlList)?.Items ?? [];
        return services.Prepend(map?.Find("image")).Select(Name).OfType<string>()
            .Where(image => !ImageSection.IsExact(image))
            .Select(image => $"{owner} uses the image \"{image}\" without an exact version");
    }

    private static string? Name(YamlNode? image) => image switch
    {
        YamlScalar scalar => scalar.Value,
        YamlMap map => (map.Find("name") as YamlScalar)?.Value,
        _ => null,
    };

    // A file from elsewhere is code: it has to be one that cannot change (docs.gitlab.com, "include:integrity").
    private static IEnumerable<string> Includes(YamlMap tree)
    {
        var entries = tree.Find("include") is YamlList list ? list.Items : [tree.Find("include")!];
        foreach (var entry in entries.OfType<YamlMap>())
        {
            if (entry.Find("remote") is YamlScalar remote && entry.Find("integrity") is null)
            {
                yield return $"`include` of \"{remote.Value}\" has no `integrity`: the file can change at any time";
            }

            if (entry.Find("project") is YamlScalar project && entry.Find("ref") is not YamlScalar { Value.Length: 40 })
            {
                yield return $"`include` from the project \"{project.Value}\" has no `ref` with a full commit";
            }
        }
    }

    private static IEnumerable<string> Needs(YamlMap job) =>
        ((job.Find("needs") as YamlList)?.Items ?? [])
            .Select(need => need switch
            {
                YamlScalar scalar => scalar.Value,
                YamlMap map when map.Find("project") is null && map.Find("pipeline") is null => (map.Find("job") as YamlScalar)?.Value,
                _ => null,
            })
            .OfType<string>();

    private static IEnumerable<string> Texts(YamlNode? list) => ((list as YamlList)?.Items ?? []).OfType<YamlScalar>().Select(scalar => scalar.Value);
}
