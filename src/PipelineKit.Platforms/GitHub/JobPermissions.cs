using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.GitHub.Steps;

namespace PipelineKit.Platforms.GitHub;

/// <summary>What a job's token may do: only what its steps use, each with its reason. The workflow as a whole has no permission.</summary>
internal static class JobPermissions
{
    public static YamlMap Of(Job job)
    {
        var permissions = new YamlMap();
        void Grant(bool used, string scope, string access, string reason)
        {
            if (used)
            {
                permissions[scope] = new YamlScalar(access).WithComment(reason);
            }
        }

        Grant(job.PlatformOperation == PlatformOperations.ClearCaches, "actions", "write", "delete caches");
        Grant(SetupSteps.ChecksOut(job), "contents", "read", "check out the repository");
        Grant(job.Pages is not null, "pages", "write", "deploy the pages");
        Grant(job.Pages is not null, "id-token", "write", "prove to Pages which run deploys");
        Grant(job.Oidc is { Audience: not null } registry && LoginSteps.UsesToken(registry), "id-token", "write", $"log in to {job.Oidc?.Id} without a stored secret");
        foreach (var (scope, access) in job.Oidc?.GitHubPermissions.OrderBy(p => p.Key, StringComparer.Ordinal) ?? Enumerable.Empty<KeyValuePair<string, string>>())
        {
            Grant(true, scope, access, $"publish to {job.Oidc!.Id}");
        }

        return permissions;
    }
}
