using System.Globalization;
using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.GitLab;

/// <summary><c>variables</c> of a job: its environment, what its toolchains read, where its cache is, and how much history is fetched.</summary>
internal static class VariablesSection
{
    public static void AddTo(YamlMap map, Job job, GitLabPlan plan)
    {
        var variables = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var toolchain in job.Toolchains)
        {
            foreach (var (name, text) in toolchain.Definition.Env.Concat(toolchain.Definition.GitLabEnv))
            {
                if (Placeholders.Fill(text, job.Toolchains, Spelling.InVariable) is { } value)
                {
                    variables[name] = value;
                }
            }
        }

        foreach (var (name, text) in job.Toolchains.SelectMany(t => t.Definition.GitLabService?.Env ?? Enumerable.Empty<KeyValuePair<string, string>>()))
        {
            variables[name] = text;
        }

        if (CacheSection.CacheOf(job, plan) is { } cache)
        {
            variables[cache.Env] = "$CI_PROJECT_DIR/" + CacheSection.Folder(cache);
        }

        if (job.FetchDepth is { } depth)
        {
            variables["GIT_DEPTH"] = depth.ToString(CultureInfo.InvariantCulture);
        }
        else if (job.Run.Count == 0)
        {
            variables["GIT_STRATEGY"] = "none";
        }

        foreach (var (name, value) in job.Env)
        {
            if (Node(name, value, job) is { } node)
            {
                variables[name] = node;
            }
        }

        if (variables.Count > 0)
        {
            var section = new YamlMap();
            foreach (var name in variables.Keys.Order(StringComparer.Ordinal))
            {
                section[name] = variables[name];
            }

            map["variables"] = section;
        }
    }

    // A secret is a project variable of the same name: the job has it without a line here.
    private static YamlNode? Node(string name, Value value, Job job) => value switch
    {
        LiteralValue literal => Spelling.Variable(literal.Text),
        MatrixValue matrix => "$" + EnvNames.OfAxis(matrix.Axis),
        EnvReference reference => "$" + reference.Name,
        SecretValue secret when secret.Name == name => null,
        SecretValue secret => "$" + secret.Name,
        ServiceValue service => Spelling.Variable(ServicesSection.Text(job, service)),
        _ => throw new ArgumentException(value.GetType().Name, nameof(value)),
    };
}
