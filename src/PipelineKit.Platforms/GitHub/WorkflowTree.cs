using PipelineKit.Core.Generation;
using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.GitHub.Conditions;

namespace PipelineKit.Platforms.GitHub;

/// <summary>A workflow in the dialect of one platform.</summary>
internal static class WorkflowTree
{
    public static YamlMap Make(Pipeline pipeline, EmitContext context, WorkflowDialect dialect)
    {
        var shared = new GitHubContext(pipeline, context, dialect);
        var events = new EventCondition(pipeline, dialect.HasMergeQueue);
        new PipelineChecks(shared, events).Run();

        var workflow = new WorkflowHeader(shared).Build();
        workflow["jobs"] = Jobs(shared, events);
        foreach (var (key, block) in workflow)
        {
            block.BlankLineAbove = key != "name";
        }

        return workflow;
    }

    private static YamlMap Jobs(GitHubContext context, EventCondition events)
    {
        var conditions = new JobCondition(context, events);
        var jobs = new YamlMap();
        if (new ChangesJob(context, events, conditions).Build() is { } changes)
        {
            jobs[ChangesJob.Id] = changes;
        }

        var writer = new JobWriter(context, conditions);
        foreach (var job in context.Pipeline.Jobs)
        {
            jobs[job.Id] = writer.Build(job);
        }

        if (new CodeScanningJob(context, conditions).Build() is { } codeScanning)
        {
            jobs[CodeScanningJob.Id] = codeScanning;
        }

        if (new GateJob(context, conditions).Build() is { } gate)
        {
            jobs[GateJob.Id] = gate;
        }

        var first = true;
        foreach (var (_, job) in jobs)
        {
            job.BlankLineAbove = !first;
            first = false;
        }

        return jobs;
    }
}
