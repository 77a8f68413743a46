using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Generation;

/// <summary>The files that commands read, compared with the disk: for who runs the commands and needs nothing else of what is generated.</summary>
/// <param name="Files">Those that may lie where they shall.</param>
/// <param name="Problems">Why others may not.</param>
public sealed record SupportPlan(IReadOnlyList<PlannedFile> Files, IReadOnlyList<Diagnostic> Problems)
{
    /// <summary>Makes the plan of a run whose pipeline is resolved.</summary>
    /// <exception cref="IOException">The lock file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static SupportPlan Of(GenerateRun run)
    {
        var lockFile = run.Root.ReadText(LockFile.FilePath) is { } text ? LockFile.Parse(text) : null;

        // The other files of the lock file are none of its business: with a bag of its own nobody hears that they are missing here.
        var diagnostics = new DiagnosticBag();
        var planned = new OutputPlanner(run.Root, diagnostics).Plan(EmitStep.SupportFiles(run), lockFile, force: true);
        return new SupportPlan(planned, [.. diagnostics.Sorted().Where(d => d.Descriptor.Severity == Severity.Error)]);
    }
}
