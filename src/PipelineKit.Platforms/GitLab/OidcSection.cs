using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitLab;

/// <summary><c>id_tokens</c> of a job that publishes by identity token, or the secret in its place where the registry takes none from GitLab.</summary>
internal static class OidcSection
{
    /// <summary>Variable that holds the secret, for a registry without identity tokens on GitLab; else null.</summary>
    public static string? FallbackVariable(Job job) =>
        job.Oidc is { } registry && !registry.Platforms.Contains("gitlab", StringComparer.Ordinal) ? registry.SecretVariable : null;

    public static void AddTo(YamlMap map, Job job, GitLabPlan plan)
    {
        if (job.Oidc is not { } registry)
        {
            return;
        }

        if (registry.Platforms.Contains("gitlab", StringComparer.Ordinal))
        {
            var tokens = new YamlMap();
            foreach (var (variable, audience) in registry.Tokens)
            {
                UnexpandedText.Check(audience, $"an audience of the registry \"{registry.Id}\"", plan);
                tokens[variable] = new YamlMap { Flow = true, ["aud"] = audience };
            }

            if (tokens.Count > 0)
            {
                map["id_tokens"] = tokens;
            }
        }
        else if (registry.SecretVariable is { } secret)
        {
            plan.Report(
                PlatformDiagnostics.SecretInsteadOfToken,
                $"job \"{job.Id}\": the registry \"{registry.Id}\" takes no identity token from GitLab; the job uses the variable {secret}");
        }
        else
        {
            plan.Report(
                PlatformDiagnostics.NotExpressible,
                $"job \"{job.Id}\": the registry \"{registry.Id}\" takes no identity token from GitLab, and its data file names no secret instead");
        }
    }
}
