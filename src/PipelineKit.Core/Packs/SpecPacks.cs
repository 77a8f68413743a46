using PipelineKit.Core.Generation;

namespace PipelineKit.Core.Packs;

/// <summary>The packs that a spec names, for those who fetch them.</summary>
public static class SpecPacks
{
    /// <summary>Reads the spec of a run and the packs in it; what is wrong is told to the run. Afterwards the run knows what the lock file holds.</summary>
    public static IReadOnlyList<PackReference> Read(GenerateRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return GeneratePipeline.Run(run, GenerateStepKind.Read) ? PackStep.References(run) : [];
    }
}
