using PipelineKit.Core.Model;
using PipelineKit.Execution.Processes;

namespace PipelineKit.Execution.Planning;

/// <summary>Programs that must be on PATH before anything runs.</summary>
internal sealed class ProgramCheck(Pipeline pipeline, ProgramFinder finder, string root)
{
    /// <summary>
    /// The first program of a leaf, every program whose installation is explained, and every shell. Others may come out of the install or
    /// of an earlier command, so they are only missed when their turn comes.
    /// </summary>
    public IEnumerable<MissingTool> FindMissing(LeafPlan plan)
    {
        var directory = Path.Combine(root, plan.Job.Project.Path);
        var programs = plan.Install.Select(argv => argv[0]).Concat(plan.Job.Run.Select(c => ShellOf(c) ?? First(plan, c.Argv))).ToList();
        var shells = plan.Job.Run.Select(ShellOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return programs
            .Where((p, i) => finder.IsBare(p) && (i == 0 || pipeline.ProgramHints.ContainsKey(p) || shells.Contains(p)))
            .Distinct(StringComparer.Ordinal)
            .Where(p => p.Length > 0 && finder.Find(p, directory) is null)
            .Select(p => new MissingTool(p, "not on PATH", pipeline.ProgramHints.GetValueOrDefault(p) ?? ""));
    }

    private static string? ShellOf(Command command) => command.Script is null ? null : command.Shell ?? "sh";

    // What a variable names is known only when the leaf runs.
    private static string First(LeafPlan plan, IReadOnlyList<Value> argv) => argv[0] is EnvReference ? "" : plan.Resolve(argv[0], null);
}
