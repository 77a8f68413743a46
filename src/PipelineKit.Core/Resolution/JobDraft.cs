using PipelineKit.Core.Model;
using PipelineKit.Core.Stages;

namespace PipelineKit.Core.Resolution;

/// <summary>A job on its way from the stage document to the model: the ids are known, the needs are not yet.</summary>
/// <param name="Source">The rendered stage it comes from.</param>
/// <param name="Document">The job as rendered.</param>
/// <param name="Project">Its project in the model.</param>
/// <param name="Id">Global id.</param>
/// <param name="Order">Place in the spec: stage, then job, then project.</param>
internal sealed record JobDraft(RenderedStage Source, StageJob Document, Project Project, string Id, (int Stage, int Job, int Project) Order)
{
    public string StageId => Source.Stage.Id.Value;

    public Phase Phase => Document.Phase ?? Source.Manifest?.Phase ?? Phase.Test;

    /// <summary>Publish, deploy and hand-started jobs are not part of the gate unless the document says so.</summary>
    public bool Gate => Document.Gate ?? (Phase < Phase.Publish && Document.When?.OnlyManual != true && Source.Stage.When?.OnlyManual != true);
}
