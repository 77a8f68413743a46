using PipelineKit.Core.Resolution;

namespace PipelineKit.Core.Generation;

/// <summary>Makes the lock file of a run.</summary>
internal static class LockStep
{
    /// <summary>What the outputs of a run were made from.</summary>
    public static LockFile Make(GenerateRun run, IReadOnlyList<OutputFile> outputs, IReadOnlyDictionary<string, string>? rests = null) => new()
    {
        Tool = run.ToolVersion,
        Spec = ContentHash.Of(run.SpecText!),
        Packs = run.Packs.Packs.ToDictionary(p => p.Name.Value, p => run.LockOf(p), StringComparer.Ordinal),
        Pins = run.Pins.ForLock(outputs),
        Rests = rests ?? run.Pins.Rests,
        Templates = run.Catalog.UsedFiles,
        Outputs = outputs
            .Where(o => o.Ownership == FileOwnership.Generated)
            .ToDictionary(o => o.Path, o => o.BodyHash, StringComparer.Ordinal),
        Parity = Parity(run),
    };

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Parity(GenerateRun run)
    {
        var digests = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        var pipelines = run.Spec!.Targets.Select(t => run.Emitters.First(e => e.Id == t.Value))
            .Select(emitter => (emitter.Id, Readers.Of(run.Pipeline!, (kind, job) => emitter.Reads(kind, job, run.Pipeline!.Settings)).Jobs)).ToList();
        foreach (var (at, job) in run.Pipeline!.Jobs.Index().Where(j => j.Item.Digest.Length >= 8))
        {
            digests[job.Id] = pipelines.ToDictionary(p => p.Id, p => p.Jobs[at].Digest[..8], StringComparer.Ordinal);
        }

        return digests;
    }

    /// <summary>Another version of the tool that makes the same files from the same templates is no reason to change anything.</summary>
    public static LockFile KeepTool(LockFile next, LockFile previous)
    {
        var same = next with { Tool = previous.Tool };
        return same.Print() == previous.Print() ? same : next;
    }

    /// <summary>The file of a lock.</summary>
    public static OutputFile File(GenerateRun run, LockFile lockFile) =>
        new(LockFile.FilePath, GeneratedHeader.For("#", run.Pipeline!) + lockFile.Print(), FileOwnership.Generated);
}
