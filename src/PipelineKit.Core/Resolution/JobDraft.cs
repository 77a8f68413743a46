using PipelineKit.Core.Model;
using PipelineKit.Core.Stages;

namespace PipelineKit.Core.Resolution;

/// <summary>A job on its way from the stage document to the model: the ids are known, the needs are not yet.</summary>
/// <param name="Source">The rendered stage it comes from.</param>
/// <param name="Document">The job as rendered.</param>
/// <param name="Project">Its project in the model.</param>
/// <param name="Id">Global id.</param>
/// <param name="Order">Place in the spec.</param>
internal sealed record JobDraft(RenderedStage Source, StageJob Document, Project Project, string Id, JobRank Order)
{
    public string StageId => Source.Stage.Id.Value;

    public Phase Phase => Document.Phase ?? Source.Manifest?.Phase ?? Phase.Test;

    /// <summary>Publish, deploy and hand-started jobs are not part of the gate unless the document says so.</summary>
    public bool Gate => Document.Gate ?? (!NeedResolver.NeedsGate(this) && Phase < Phase.Publish && Document.When?.OnlyManual != true && Source.Stage.When?.OnlyManual != true);
}

/// <summary>A job of the model together with the draft that it was built from.</summary>
internal sealed record BuiltJob(Job Job, JobDraft Draft);

/// <summary>Place of a job in the spec: by stage, then by its place in the stage's document, then by project.</summary>
internal sealed record JobRank(int Stage, int Job, int Project);
