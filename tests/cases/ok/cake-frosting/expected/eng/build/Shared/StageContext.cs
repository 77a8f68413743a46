// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
using Cake.Common;
using Cake.Core;
using Cake.Frosting;

namespace Build;

/// <summary>What the stages of a build share: the tools that they need, and what became of each.</summary>
public partial class StageContext : FrostingContext
{
    private readonly Dictionary<string, (string Hint, Func<Stage, string, bool> IsHere)> _tools = [];

    public StageContext(ICakeContext context)
        : base(context) => AddTools();

    /// <summary>By stage: that it failed, or why it was skipped.</summary>
    public Dictionary<string, string> Problems { get; } = [];

    /// <summary>The task that runs last.</summary>
    public string? Last { get; set; }

    /// <summary>True: the tasks are only shown.</summary>
    public static bool IsDryRun { get; } = System.Environment.GetCommandLineArgs().Contains("--dryrun");

    /// <summary>Why the first of some tools is not here, or null.</summary>
    public string? FirstMissing(string[] needs, Stage stage) =>
        needs.Select(need => Missing(need, stage)).FirstOrDefault(problem => problem is not null);

    /// <summary>Fails when a stage has failed, or was skipped without <c>--allow-skips</c>.</summary>
    public void Judge()
    {
        var bad = Problems.Where(problem => problem.Value == "failed" || !this.HasArgument("allow-skips")).ToList();
        if (bad.Count > 0)
        {
            throw new CakeException($"Not passed: {string.Join(", ", bad.Select(problem => $"{problem.Key} ({problem.Value})"))}");
        }
    }

    private string? Missing(string need, Stage stage)
    {
        var (hint, isHere) = _tools.GetValueOrDefault(
            need.Split(' ')[0],
            ("it is not on PATH", (asking, name) => Programs.Find(this, name, asking.Settings) is not null));
        return isHere(stage, need) ? null : $"{need}: {hint}";
    }

    // A program, or a command that must succeed.
    private void Tool(string name, string hint, params string[] probe) => _tools[name] = (
        hint,
        (stage, _) => Programs.Find(this, probe[0], stage.Settings) is not null
            && (probe.Length == 1 || Programs.Start(this, probe, stage.Settings, Programs.Patience, Stream.Null) == 0));

    // In Stages.cs.
    partial void AddTools();
}
