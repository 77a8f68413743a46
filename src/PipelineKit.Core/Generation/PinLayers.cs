using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Pins;

namespace PipelineKit.Core.Generation;

/// <summary>
/// The one place where the sources of pins are put over each other. The strongest first: the spec, files of the repository, the lock file, packs,
/// the library. A pin of the lock file counts only while it is newer than that of the library or a pack.
/// </summary>
internal static class PinLayers
{
    public static void Apply(GenerateRun run)
    {
        var state = run.Pins;
        state.Library = run.Catalog.Pins;
        state.LockText = Read(run.Root);
        state.Lock = state.LockText is { } text ? LockFile.ParseShort(text) : null;
        state.Locked = [.. FromLock(run).Concat(run.UpdatedPins).Where(pin => Counts(pin, state.Library))];
        ReportMovedTags(run);
        run.Catalog.Pins = state.Library.With(state.Locked).With(FromSpec(run));
    }

    /// <summary>True for a pin of the lock file that is newer than what stands behind it.</summary>
    public static bool Counts(Pin pin, PinTable library)
    {
        var behind = pin.Kind == PinKind.Action ? library.FindActionPin(pin.Id) : library.Find(pin.Kind, pin.Id);
        return behind is null || (behind.Owner < PinOwner.Repository && behind.Value != pin.Value && !IsSamePair(pin, behind)
            && PinVersion.Compare(pin.Version, behind.Version, pin.Kind == PinKind.Image) is not < 0);
    }

    private static bool IsSamePair(Pin pin, Pin behind) =>
        pin.Kind == PinKind.Action && pin.Commit == behind.Commit && PinVersion.IsSameTag(pin.Version, behind.Version);

    // A release that the library or a pack came to know at another commit than the lock file was given.
    private static void ReportMovedTags(GenerateRun run)
    {
        foreach (var pin in run.Pins.Locked.Where(p => p.Kind == PinKind.Action))
        {
            if (run.Pins.Library.FindActionPin(pin.Id) is { } known && PinVersion.IsSameTag(known.Version, pin.Version) && known.Commit != pin.Commit)
            {
                run.Diagnostics.Add(
                    PinDiagnostics.WrongPair,
                    SourceSpan.WholeFile(LockFile.FilePath),
                    $"{LockFile.FilePath} has {pin.Id} at {pin.Version} and commit {pin.Commit}, but {known.Version} is known to be commit {known.Commit}",
                    "compare both commits with the action's releases; then remove the line, or write the pair that is right into `pins:`");
            }
        }
    }

    // One that cannot be read is told when the files are compared.
    private static string? Read(RepositoryRoot root)
    {
        try
        {
            return root.ReadText(LockFile.FilePath);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static IEnumerable<Pin> FromLock(GenerateRun run)
    {
        foreach (var (id, value) in run.Pins.Lock?.Pins ?? new Dictionary<string, string>())
        {
            var kind = PinText.KindOf(id, value, _ => false);
            if (PinText.IsId(kind, id) && PinText.IsValue(kind, value))
            {
                yield return new Pin(kind, id, value, PinOwner.Lock);
            }
            else
            {
                run.Diagnostics.Add(
                    PinDiagnostics.BadLock,
                    SourceSpan.WholeFile(LockFile.FilePath),
                    $"the pin of {MessageText.Quote(id)} in {LockFile.FilePath} is none: {MessageText.Quote(value)}",
                    $"restore the file from version control, or remove the line; a pin is {PinText.Form(kind)}");
            }
        }
    }

    private static IEnumerable<Pin> FromSpec(GenerateRun run) =>
        from pin in run.Spec?.Pins ?? new Dictionary<string, Spanned<string>>()
        let kind = PinText.KindOf(pin.Key, pin.Value.Value, run.Catalog.IsImage)
        select new Pin(kind, pin.Key, pin.Value.Value, PinOwner.Spec);
}
