using PipelineKit.Core.Generation;
using PipelineKit.Core.Model;
using PipelineKit.Core.Pins;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.GitHub;

namespace PipelineKit.Platforms.Forgejo;

/// <summary>Writes a workflow for Forgejo, which Gitea reads too where <c>outputs</c> names a file in <c>.gitea/workflows</c>.</summary>
public sealed class ForgejoEmitter : IPlatformEmitter
{
    /// <inheritdoc/>
    public string Id => "forgejo";

    /// <inheritdoc/>
    public string DefaultPath => ".forgejo/workflows/ci.yml";

    /// <inheritdoc/>
    public bool Reads(ReportKind kind, Job job, Settings settings) => kind == ReportKind.Summary;

    /// <inheritdoc/>
    public IReadOnlyList<EmittedFile> Emit(Pipeline pipeline, EmitContext context)
    {
        var possible = new PossibleJobs(pipeline);
        new ForgejoNotices(pipeline, possible, context).Report();
        SetupNotices.Report(possible.Pipeline, context, ForgejoDialect.Instance);
        return [new EmittedFile { Path = context.MainPath, Tree = WorkflowTree.Make(possible.Pipeline, context, ForgejoDialect.Instance), Note = WorkflowHeader.Note(possible.Pipeline) }];
    }

    /// <inheritdoc/>
    public bool CoversParity(IReadOnlyList<string> pointer) => ParityCover.Covers(pointer);

    /// <inheritdoc/>
    public IReadOnlyList<string> Audit(YamlMap tree) => [.. WorkflowAudit.Run(tree), .. ForgejoAudit.Run(tree)];

    /// <inheritdoc/>
    public IEnumerable<PinPlace> FindPins(SourceMap file) => WorkflowPins.Find(file);
}
