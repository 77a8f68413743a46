using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.Cake;

/// <summary>The text of the main file: what the jobs need, the jobs, and the call that makes the tasks.</summary>
internal static class DataSection
{
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="runner">Path of the runner relative to the main file.</param>
    public static string Make(Pipeline pipeline, string runner)
    {
        var blocks = new List<IEnumerable<string>>
        {
            new[] { $"#load {CSharpText.Literal(runner)}" },
            Toolchains(pipeline),
            pipeline.ProgramHints.Keys.Order(StringComparer.Ordinal)
                .SelectMany(name => CSharpText.Wrap("", $"Hint({CSharpText.Literal(name)}, {CSharpText.Literal(pipeline.ProgramHints[name])});")),
        };
        blocks.AddRange(pipeline.Jobs.Select(j => JobStatement.Make(j, pipeline)));
        blocks.Add([$"CreateTasks({CSharpText.Literal(pipeline.Triggers.DefaultBranch)});"]);
        return string.Join("\n", blocks.Select(b => string.Concat(b.Select(l => l + "\n"))).Where(b => b.Length > 0));
    }

    private static IEnumerable<string> Toolchains(Pipeline pipeline) => pipeline.Jobs
        .SelectMany(j => j.Toolchains)
        .Select(t => t.Definition)
        .DistinctBy(d => d.Id, StringComparer.Ordinal)
        .OrderBy(d => d.Id, StringComparer.Ordinal)
        .SelectMany(d => CSharpText.Wrap("", Statement(d)));

    // Of the variables only those that tell a version matter here; the others make a CI machine out of a laptop.
    private static string Statement(ToolchainDefinition toolchain)
    {
        var local = toolchain.Local;
        var env = toolchain.Env.Keys.Where(name => toolchain.Env[name].Contains('{', StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        var more = new List<string>();
        if (toolchain.Covers.Count > 0)
        {
            more.Add("Covers = " + CSharpText.Literals(toolchain.Covers));
        }

        if (env.Count > 0)
        {
            more.Add("Env = " + CSharpText.Map(env.Select(name => CSharpText.Entry(name, CSharpText.Literal(toolchain.Env[name])))));
        }

        var probe = $"{CSharpText.Literals(local.Probe)}, {CSharpText.Literal(local.Pattern)}, {CSharpText.Literal(local.Match)}, {CSharpText.Literal(local.Hint)}";
        return $"Toolchain({CSharpText.Literal(toolchain.Id)}, new({probe}){(more.Count == 0 ? "" : " { " + string.Join(", ", more) + " }")});";
    }
}
