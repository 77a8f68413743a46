using PipelineKit.Core.Packs;
using PipelineKit.Core.Packs.Rules;
using PipelineKit.Core.Spec.Reading;
using PipelineKit.Core.Stages.Catalog;
using PipelineKit.Core.Stages.Rendering;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Generation;

/// <summary>The step that finds the packs of a spec and puts their templates into the stage library.</summary>
internal static class PackStep
{
    public static void Run(GenerateRun run)
    {
        var references = References(run);
        if (references.Count == 0 || run.Diagnostics.HasErrors)
        {
            return;
        }

        var loading = new PackLoading { Root = run.Root, ToolVersion = run.ToolVersion, Store = run.PackStore, Locked = run.PackLocks, Cache = run.PackCache };
        run.Packs = new PackLoader(loading, run.Diagnostics).Load(references);
        if (run.Packs.Packs.Count > 0 && run.Catalog is StageCatalog catalog)
        {
            var whole = catalog.Over(run.Packs.Packs.Reverse().Select(p => p.Layer));
            (run.Catalog, run.Renderer) = (whole, new StageRenderer(whole));
            RuleStages.Check(run.Packs, whole, run.Diagnostics);
        }
    }

    /// <summary>The packs of the spec; the run then knows what is locked.</summary>
    public static IReadOnlyList<PackReference> References(GenerateRun run)
    {
        if (run.Source is not SourceMap spec || spec.Find("extends") is null)
        {
            return [];
        }

        run.PackLocks = Locks(run);
        return ExtendsReader.Read(spec, new SpecReading(run.Catalog, run.Diagnostics));
    }

    // A lock file that cannot be read is told when the files are compared; until then nothing is known to be locked.
    private static Dictionary<string, LockedPack> Locks(GenerateRun run)
    {
        string? text = null;
        try
        {
            text = run.Root.ReadText(LockFile.FilePath);
        }
        catch (IOException)
        {
        }

        var locks = text is null ? [] : LockFile.ParsePacks(text).ToDictionary(StringComparer.Ordinal);
        foreach (var (name, locked) in run.Relocked)
        {
            locks.Remove(name);
            if (locked is not null)
            {
                locks[name] = locked;
            }
        }

        return locks;
    }
}
