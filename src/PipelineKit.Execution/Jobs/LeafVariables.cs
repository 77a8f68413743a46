using PipelineKit.Core.Model;
using PipelineKit.Execution.Planning;
using PipelineKit.Execution.Services;

namespace PipelineKit.Execution.Jobs;

/// <summary>The variables that a leaf's commands get on top of those of the run.</summary>
internal static class LeafVariables
{
    public static IReadOnlyDictionary<string, string> Of(LeafPlan plan, RunningServices services, IReadOnlyDictionary<string, string> surrounding)
    {
        var env = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in plan.Leaf.Variables.Concat(plan.ToolchainEnv))
        {
            env[name] = value;
        }

        foreach (var (name, value) in plan.Job.Env)
        {
            var text = value switch
            {
                SecretValue secret => surrounding.GetValueOrDefault(secret.Name),
                ServiceValue service => services.Get(name, service),
                _ => plan.Resolve(value, env),
            };
            if (text is not null)
            {
                env[name] = text;
            }
        }

        return env;
    }
}
