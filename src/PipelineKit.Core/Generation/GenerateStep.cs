namespace PipelineKit.Core.Generation;

/// <summary>One step from spec to files.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="Run">What it does; problems go to the run's diagnostics, and an error ends the run after the step.</param>
public sealed record GenerateStep(GenerateStepKind Kind, Action<GenerateRun> Run);

/// <summary>The steps, in order.</summary>
public enum GenerateStepKind
{
    /// <summary>Reads the spec's text into nodes with positions.</summary>
    Read,

    /// <summary>Finds the packs that the spec extends.</summary>
    Packs,

    /// <summary>Reads the nodes into a spec and applies every rule.</summary>
    Validate,

    /// <summary>Renders every stage for every project.</summary>
    RenderStages,

    /// <summary>Puts the stages together into the pipeline.</summary>
    Resolve,

    /// <summary>Makes each platform's files and applies patches.</summary>
    Emit,

    /// <summary>Takes over newer pins of committed files.</summary>
    Adopt,

    /// <summary>Compares with the files on disk.</summary>
    Plan,

    /// <summary>Writes what changed.</summary>
    Write,
}
