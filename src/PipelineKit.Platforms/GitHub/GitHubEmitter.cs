using PipelineKit.Core.Generation;
using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.GitHub.Conditions;

namespace PipelineKit.Platforms.GitHub;

/// <summary>Writes a GitHub Actions workflow (<see href="https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax"/>).</summary>
public sealed class GitHubEmitter : IPlatformEmitter
{
    /// <inheritdoc/>
    public string Id => "github";

    /// <inheritdoc/>
    public string DefaultPath => ".github/workflows/ci.yml";

    /// <inheritdoc/>
    public IReadOnlyList<EmittedFile> Emit(Pipeline pipeline, EmitContext context)
    {
        var shared = new GitHubContext(pipeline, context);
        var events = new EventCondition(pipeline);
        new PipelineChecks(shared, events).Run();
        SetupNotices.Report(shared);

        var workflow = new WorkflowHeader(shared).Build();
        workflow["jobs"] = Jobs(shared, events);
        return [new EmittedFile { Path = context.MainPath, Tree = workflow }];
    }

    /// <inheritdoc/>
    public bool CoversParity(IReadOnlyList<string> pointer) => ParityCover.Covers(pointer);

    /// <inheritdoc/>
    public IReadOnlyList<string> Audit(YamlMap tree) => [.. WorkflowAudit.Run(tree)];

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

        if (new CodeScanningJob(context).Build() is { } codeScanning)
        {
            jobs[CodeScanningJob.Id] = codeScanning;
        }

        if (new GateJob(context, conditions).Build() is { } gate)
        {
            jobs[GateJob.Id] = gate;
        }

        foreach (var (_, job) in jobs.Skip(1))
        {
            job.BlankLineAbove = true;
        }

        return jobs;
    }
}
