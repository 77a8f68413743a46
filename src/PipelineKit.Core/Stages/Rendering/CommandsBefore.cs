using PipelineKit.Core.Model;

namespace PipelineKit.Core.Stages.Rendering;

/// <summary>Puts the commands that a spec wants first (<c>before: [[npm, run, build]]</c>) into the jobs of a stage: those of its own phase, not its deployments.</summary>
internal static class CommandsBefore
{
    public static StageDocument Put(StageDocument document, StageRequest request)
    {
        var first = document.Jobs.Count > 0 ? document.Jobs[0].Phase : Phase.Check;
        var commands = request.Stage.Before.Select(argv => Command([.. argv.Select(a => a.Value)])).ToList();
        return document with { Jobs = [.. document.Jobs.Select(job => job.Phase == first ? job with { Run = [.. commands, .. job.Run] } : job)] };
    }

    // They prepare: whatever they end with but 0 stops the job.
    private static Command Command(IReadOnlyList<string> argv) => new() { Name = string.Join(' ', argv), Argv = [.. argv.Select(Value.ToValue)] };
}
