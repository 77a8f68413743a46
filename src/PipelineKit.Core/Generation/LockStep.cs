namespace PipelineKit.Core.Generation;

/// <summary>Makes the lock file of a run.</summary>
internal static class LockStep
{
    public static OutputFile Make(GenerateRun run, LockFile? previous)
    {
        var next = new LockFile
        {
            Tool = run.ToolVersion,
            Spec = ContentHash.Of(run.SpecText!),
            Templates = run.Catalog.UsedFiles,
            Outputs = run.Outputs
                .Where(o => o.Ownership == FileOwnership.Generated)
                .ToDictionary(o => o.Path, o => o.BodyHash, StringComparer.Ordinal),
        };
        // Another version of the tool that makes the same files from the same templates is no reason to change anything.
        if (previous is not null && (next with { Tool = previous.Tool }).Print() == previous.Print())
        {
            next = next with { Tool = previous.Tool };
        }

        return new OutputFile(LockFile.FilePath, GeneratedHeader.For("#", run.Pipeline!) + next.Print(), FileOwnership.Generated);
    }
}
