using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Files;

namespace PipelineKit.Core.Packs;

/// <summary>From the packs that a spec names to packs that are at hand. Never reaches a network.</summary>
public sealed class PackLoader(PackLoading loading, DiagnosticBag diagnostics)
{
    /// <summary>All packs in order; those with problems are left out, and told.</summary>
    public PackSet Load(IReadOnlyList<PackReference> references) =>
        references.Count == 0 ? PackSet.None : new([.. references.Select(Load).OfType<Pack>()]);

    private Pack? Load(PackReference reference)
    {
        if (Content(reference) is not { } content || !IsLocked(reference, content))
        {
            return null;
        }

        var pack = loading.Cache.Read(content, DisplayName(reference), diagnostics);
        return pack is not null && IsMeant(pack, reference) && FitsTool(pack, reference) ? pack : null;
    }

    private PackContent? Content(PackReference reference) => reference.Origin.Kind switch
    {
        PackOriginKind.Folder => Told(reference, loading.Cache.Folder(FullPath(reference), out var problem), problem),
        PackOriginKind.Zip => Zip(reference),
        _ => Fetched(reference),
    };

    private PackContent? Told(PackReference reference, PackContent? content, string? problem)
    {
        if (content is null)
        {
            var missing = problem!.StartsWith("the folder", StringComparison.Ordinal) || problem.StartsWith("the file", StringComparison.Ordinal) || problem.StartsWith("there is no", StringComparison.Ordinal);
            diagnostics.Add(
                missing ? PackDiagnostics.NotFound : PackDiagnostics.Unusable,
                reference.From.Span,
                $"the pack {MessageText.Quote(reference.Name.Value)} from {MessageText.Quote(reference.From.Value)}: {problem}");
        }

        return content;
    }

    private PackContent? Zip(PackReference reference)
    {
        var file = FileReader.Read(FullPath(reference), FileReader.LargeFile);
        if (!file.IsRead)
        {
            return Told(reference, null, $"the file {file.Reason}");
        }

        using var stream = new MemoryStream(file.Bytes.ToArray());
        return Told(reference, PackZip.Read(stream, "", out var problem), problem);
    }

    private PackContent? Fetched(PackReference reference)
    {
        var locked = loading.Locked.GetValueOrDefault(reference.Name.Value);
        var isLocked = locked is not null && locked.From == reference.From.Value;
        var content = isLocked ? loading.Store?.Find(locked!.Hash) : null;
        if (content is null)
        {
            var name = MessageText.Quote(reference.Name.Value);
            diagnostics.Add(
                PackDiagnostics.NotFetched,
                reference.From.Span,
                isLocked ? $"the pack {name} {locked!.Version} is locked, but not on this machine" : $"the pack {name} is not locked: nobody has fetched it from there yet",
                isLocked ? "`pipelinekit update --locked` fetches what the lock file names" : $"`pipelinekit update {reference.Name.Value}` fetches and locks it");
        }

        return content;
    }

    private bool IsLocked(PackReference reference, PackContent content)
    {
        var locked = loading.Locked.GetValueOrDefault(reference.Name.Value);
        if (locked is null || locked.From != reference.From.Value || locked.Hash == content.Hash)
        {
            return true;
        }

        diagnostics.Add(
            PackDiagnostics.Changed,
            reference.From.Span,
            $"the pack {MessageText.Quote(reference.Name.Value)} is not the one that was locked: its content has the SHA-256 {content.Hash}, and {Generation.LockFile.FilePath} holds {locked.Hash}",
            $"if the change is meant, `pipelinekit update {reference.Name.Value}` shows what it changes here, and locks it");
        return false;
    }

    private bool IsMeant(Pack pack, PackReference reference)
    {
        if (pack.Name.Value != reference.Name.Value)
        {
            diagnostics.Add(
                PackDiagnostics.OtherPack,
                reference.Name.Span,
                $"the pack from {MessageText.Quote(reference.From.Value)} is {MessageText.Quote(pack.Name.Value)}, not {MessageText.Quote(reference.Name.Value)}",
                $"write `pack: {pack.Name.Value}` if that is the one");
            return false;
        }

        if (reference.Version is { } range && !PackVersionRange.TryParse(range.Value)!.Contains(pack.Version.Value))
        {
            diagnostics.Add(
                PackDiagnostics.OtherPack,
                range.Span,
                $"the pack {MessageText.Quote(pack.Name.Value)} from {MessageText.Quote(reference.From.Value)} is {pack.Version.Value}, and the spec asks for {MessageText.Quote(range.Value)}",
                "take another version of the pack, or change `version`");
            return false;
        }

        return true;
    }

    private bool FitsTool(Pack pack, PackReference reference)
    {
        if (pack.PipelineKit is not { } range || PackVersionRange.TryParse(range.Value)!.Contains(loading.ToolVersion))
        {
            return true;
        }

        diagnostics.Add(
            PackDiagnostics.NeedsOtherTool,
            reference.Span,
            $"the pack {MessageText.Quote(pack.Name.Value)} {pack.Version.Value} works with PipelineKit {MessageText.Quote(range.Value)}, this is {loading.ToolVersion}",
            "install a version that fits, or take another version of the pack",
            new RelatedLocation(range.Span, "the pack says so here"));
        return false;
    }

    private string FullPath(PackReference reference) => Path.GetFullPath(Path.Combine(loading.Root.Folder, reference.Origin.Address));

    // A folder's files can be opened under their names; those of other places have none.
    private string DisplayName(PackReference reference) => reference.Origin.Kind == PackOriginKind.Folder
        ? reference.Origin.Address is ['.', '/', .. var rest] ? rest : reference.Origin.Address
        : reference.Name.Value + (loading.Locked.GetValueOrDefault(reference.Name.Value) is { } locked && locked.From == reference.From.Value ? $"@{locked.Version}" : "");
}
