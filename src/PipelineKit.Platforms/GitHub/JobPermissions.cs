using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.GitHub.Steps;

namespace PipelineKit.Platforms.GitHub;

/// <summary>What a job's token may do: only what its steps use, each with its reason. The workflow as a whole has no permission.</summary>
internal static class JobPermissions
{
    public static YamlMap Of(Pipeline pipeline, Job job)
    {
        var permissions = new YamlMap();
        void Grant(bool used, string scope, string access, string reason)
        {
            if (used)
            {
                permissions[scope] = new YamlScalar(access).WithComment(reason);
            }
        }

        var sendsSarif = CodeScanningSteps.Applies(pipeline, job);
        Grant(job.PlatformOperation == PlatformOperations.ClearCaches, "actions", "write", "delete caches");
        Grant(sendsSarif && pipeline.Settings.CodeScanning == CodeScanning.On, "actions", "read", "code scanning asks for it in private repositories");
        Grant(SetupSteps.ChecksOut(job), "contents", "read", "check out the repository");
        Grant(job.Pages is not null, "pages", "write", "deploy the pages");
        Grant(job.Pages is not null, "id-token", "write", "prove to Pages which run deploys");
        Grant(job.Oidc is { } registry && LoginSteps.UsesToken(registry), "id-token", "write", $"log in to {job.Oidc?.Id} without a stored secret");
        Grant(sendsSarif, "security-events", "write", "send results to code scanning");
        return permissions;
    }
}
