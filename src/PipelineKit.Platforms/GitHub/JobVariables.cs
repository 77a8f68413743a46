using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitHub;

/// <summary>The environment of a job's steps: its own variables, those of its toolchains, and one per matrix axis.</summary>
internal static class JobVariables
{
    /// <param name="job">The job.</param>
    /// <param name="services">Its services.</param>
    /// <param name="runs">Texts of its steps: an axis that none of them asks for needs no variable.</param>
    public static YamlMap Of(Job job, ServiceMap services, IReadOnlyList<string> runs)
    {
        var variables = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var axis in job.Matrix?.Axes.Where(a => runs.Any(r => r.Contains(EnvNames.OfAxis(a.Name), StringComparison.Ordinal))) ?? [])
        {
            variables[EnvNames.OfAxis(axis.Name)] = Expressions.Axis(axis.Name);
        }

        foreach (var toolchain in job.Toolchains)
        {
            foreach (var (name, text) in toolchain.Definition.Env.Where(e => !toolchain.Definition.GitHub.Any(s => s.Exports.Contains(e.Key, StringComparer.Ordinal))))
            {
                if (Placeholders.Fill(text, job.Toolchains, Expressions.Version) is { } filled)
                {
                    variables[name] = filled;
                }
            }
        }

        foreach (var (name, value) in job.Env)
        {
            variables[name] = Spell(value, services);
        }

        var map = new YamlMap();
        foreach (var name in variables.Keys.Order(StringComparer.Ordinal))
        {
            map[name] = variables[name];
        }

        return map;
    }

    private static YamlNode Spell(Value value, ServiceMap services) => value switch
    {
        LiteralValue literal => Expressions.Text(literal.Text),
        MatrixValue matrix => Expressions.Axis(matrix.Axis),
        SecretValue secret => $"${{{{ secrets.{secret.Name} }}}}",
        ServiceValue service => Expressions.Text(services.Get(service) ?? ""),
        _ => throw new ArgumentException($"A {value.GetType().Name} cannot be a variable.", nameof(value)),
    };
}
