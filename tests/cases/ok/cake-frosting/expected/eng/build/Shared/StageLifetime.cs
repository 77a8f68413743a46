// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
using Cake.Common;
using Cake.Core;
using Cake.Frosting;

namespace Build;

/// <summary>Before the first task: are all tools here? After the last: has every stage passed?</summary>
public partial class StageLifetime(IEnumerable<IFrostingTask> tasks) : FrostingLifetime<StageContext>
{
    public override void Setup(StageContext context, ISetupContext info)
    {
        if (StageContext.IsDryRun)
        {
            return;
        }

        var last = info.TasksToExecute.Last();
        var stages = tasks.OfType<Stage>().Where(stage => info.TasksToExecute.Any(task => task.Name == stage.Name)).ToList();
        var missing = stages.Where(stage => stage.Settings.Skip?.Invoke(context) is null)
            .Select(stage => (stage.Name, Problem: stage.FindMissing(context)))
            .Where(stage => stage.Problem is not null)
            .Select(stage => $"\n  {stage.Name} needs {stage.Problem}").ToList();
        CheckLegs(context, stages, missing);
        if (missing.Count > 0 && !context.HasArgument("allow-skips"))
        {
            throw new CakeException($"Nothing was run, tools are missing:{string.Concat(missing)}");
        }

        // The last task tells the verdict: so Cake's table is complete.
        context.Last = last.Name;
        if (!stages.Exists(stage => stage.Name == last.Name))
        {
            new CakeTaskBuilder((CakeTask)last).Does(context.Judge);
        }
    }

    public override void Teardown(StageContext context, ITeardownContext info)
    {
        StopServices(context);
        if (info.Successful)
        {
            context.Judge();
        }
    }

    // In Legs.cs, where a stage has a matrix.
    partial void CheckLegs(StageContext context, List<Stage> stages, List<string> missing);

    // In Services.cs, where a stage has one.
    partial void StopServices(StageContext context);
}
