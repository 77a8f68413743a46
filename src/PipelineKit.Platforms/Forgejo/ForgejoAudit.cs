using PipelineKit.Core.Yaml;

namespace PipelineKit.Platforms.Forgejo;

/// <summary>What must not stand in a workflow because the forge ignores it, refuses it or looks for it elsewhere.</summary>
internal static class ForgejoAudit
{
    private static readonly string[] Refused =
    [
        "actions/upload-artifact", "actions/download-artifact", "actions/upload-pages-artifact", "actions/deploy-pages", "actions/configure-pages",
        "actions/attest-build-provenance", "actions/dependency-review-action", "github/codeql-action",
    ];

    /// <summary>What does not work, one sentence each.</summary>
    public static IEnumerable<string> Run(YamlMap tree)
    {
        if ((tree.Find("on") as YamlMap)?.Find("merge_group") is not null)
        {
            yield return "there is no event merge_group";
        }

        foreach (var (id, job) in tree.Find("jobs") as YamlMap ?? [])
        {
            foreach (var problem in job is YamlMap map ? Job(map) : [])
            {
                yield return $"job {id}: {problem}";
            }
        }
    }

    private static IEnumerable<string> Job(YamlMap job)
    {
        if (job.Find("environment") is not null)
        {
            yield return "environment is ignored";
        }

        if ((job.Find("permissions") as YamlMap)?.Find("id-token") is not null)
        {
            yield return "there is no permission id-token";
        }

        foreach (var (alias, service) in job.Find("services") as YamlMap ?? [])
        {
            if ((service as YamlMap)?.Find("ports") is not null)
            {
                yield return $"the service {alias} is reached by its name; a mapped port is one of the runner's machine";
            }
        }

        foreach (var step in (job.Find("steps") as YamlList)?.Items.OfType<YamlMap>() ?? [])
        {
            if (step.Find("uses") is YamlScalar { Value: var action } && Problem(action) is { } problem)
            {
                yield return problem;
            }
        }
    }

    private static string? Problem(string action)
    {
        if (action.StartsWith("./", StringComparison.Ordinal) || action.StartsWith("docker://", StringComparison.Ordinal))
        {
            return null;
        }

        if (!Uri.TryCreate(action, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
        {
            return $"{action} is looked up where the administrator says; name its host";
        }

        return address.Host == "github.com" && Refused.FirstOrDefault(name => address.AbsolutePath.StartsWith($"/{name}@", StringComparison.Ordinal) || address.AbsolutePath.StartsWith($"/{name}/", StringComparison.Ordinal)) is { } refused
            ? $"{refused} works on GitHub only"
            : null;
    }
}
