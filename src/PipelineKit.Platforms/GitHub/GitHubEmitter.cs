using PipelineKit.Core.Generation;
using PipelineKit.Core.Model;
using PipelineKit.Core.Pins;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Platforms.GitHub;

/// <summary>Writes a GitHub Actions workflow (<see href="https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax"/>).</summary>
public sealed class GitHubEmitter : IPlatformEmitter
{
    /// <inheritdoc/>
    public string Id => "github";

    /// <inheritdoc/>
    public string DefaultPath => ".github/workflows/ci.yml";

    /// <inheritdoc/>
    public bool Reads(ReportKind kind, Job job, Settings settings) =>
        kind == ReportKind.Summary || (kind == ReportKind.Sarif && job.IsSecurity && settings.CodeScanning != CodeScanning.Off);

    /// <inheritdoc/>
    public IReadOnlyList<EmittedFile> Emit(Pipeline pipeline, EmitContext context)
    {
        SetupNotices.Report(pipeline, context, WorkflowDialect.GitHub);
        var tree = WorkflowTree.Make(pipeline, context, WorkflowDialect.GitHub);
        return [new EmittedFile { Path = context.MainPath, Tree = tree, Note = WorkflowHeader.Note(pipeline) }, .. WorkflowFiles.Of(pipeline, WorkflowDialect.GitHub)];
    }

    /// <inheritdoc/>
    public bool CoversParity(IReadOnlyList<string> pointer) => ParityCover.Covers(pointer);

    /// <inheritdoc/>
    public IReadOnlyList<string> Audit(YamlMap tree) => [.. WorkflowAudit.Run(tree)];

    /// <inheritdoc/>
    public IEnumerable<PinPlace> FindPins(SourceMap file) => WorkflowPins.Find(file);
}
