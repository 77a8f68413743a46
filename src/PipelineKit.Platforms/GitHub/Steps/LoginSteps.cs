using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitHub.Steps;

/// <summary>Logs in to a registry with the run's identity token, directly before the commands: what it hands out lives only minutes.</summary>
internal sealed class LoginSteps(GitHubContext context)
{
    public const string StepId = "login";

    /// <summary>True when the registry takes identity tokens from GitHub; otherwise a secret is used.</summary>
    public static bool UsesToken(RegistryDefinition registry) => registry.Platforms.Contains("github", StringComparer.Ordinal);

    public IEnumerable<YamlMap> Build(Job job)
    {
        if (job.Oidc is not { } registry || !UsesToken(registry) || registry.GitHubLogin is not { } login)
        {
            yield break;
        }

        var step = new YamlMap { ["id"] = StepId };
        if (login.Uses is { } action)
        {
            step["uses"] = context.Uses(action);
            if (login.With.Count > 0)
            {
                var with = new YamlMap();
                foreach (var (name, text) in login.With.OrderBy(i => i.Key, StringComparer.Ordinal))
                {
                    with[name] = text;
                }

                step["with"] = with;
            }
        }
        else
        {
            step["name"] = StepNames.LogIn(registry.Id);
            step["run"] = RunText.Of([.. login.Run.Select(argv => string.Join(' ', argv.Select(ShellWords.Quote)))]);
        }

        yield return step;
    }

    /// <summary>Variables that only the commands get: outputs of the login, or the secret that stands in for it.</summary>
    public static YamlMap Env(Job job)
    {
        var env = new YamlMap();
        if (job.Oidc is { } registry)
        {
            if (!UsesToken(registry))
            {
                if (registry.SecretVariable is { } variable)
                {
                    env[variable] = $"${{{{ secrets.{variable} }}}}";
                }
            }
            else
            {
                foreach (var (name, expression) in registry.GitHubEnv.OrderBy(e => e.Key, StringComparer.Ordinal))
                {
                    env[name] = expression;
                }

                foreach (var (name, output) in registry.GitHubLoginEnv.OrderBy(e => e.Key, StringComparer.Ordinal))
                {
                    env[name] = $"${{{{ steps.{StepId}.outputs.{output} }}}}";
                }
            }
        }

        return env;
    }
}
