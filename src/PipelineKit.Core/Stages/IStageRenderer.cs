using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec;

namespace PipelineKit.Core.Stages;

/// <summary>Renders one stage for one project.</summary>
public interface IStageRenderer
{
    /// <summary>Renders and reads the stage document; null when there were errors, which are then in <paramref name="diagnostics"/>.</summary>
    StageDocument? Render(StageRequest request, DiagnosticBag diagnostics);
}

/// <summary>What a stage is rendered for.</summary>
/// <param name="Spec">The whole spec.</param>
/// <param name="Project">The project (for a repository-wide stage: the first project, seen as the root).</param>
/// <param name="Stage">The stage as written in the spec.</param>
public sealed record StageRequest(SpecDocument Spec, SpecProject Project, SpecStage Stage);
