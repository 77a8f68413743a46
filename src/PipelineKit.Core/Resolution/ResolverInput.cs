using PipelineKit.Core.Spec;
using PipelineKit.Core.Stages;

namespace PipelineKit.Core.Resolution;

/// <summary>One rendered stage with what it was rendered for.</summary>
/// <param name="Project">Project of the spec.</param>
/// <param name="Stage">Stage of the spec.</param>
/// <param name="Manifest">Manifest, or null for an inline stage.</param>
/// <param name="Document">What the template rendered.</param>
public sealed record RenderedStage(SpecProject Project, SpecStage Stage, StageManifest? Manifest, StageDocument Document);
