using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Pins;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Generation;

/// <summary>
/// The step that takes over newer pins of committed files. Bots edit the generated files, since they read no others; a file that differs from what
/// was generated in nothing but pins is such an edit. The pins are read, judged, and everything is emitted once more with them.
/// </summary>
internal static class AdoptStep
{
    public static void Run(GenerateRun run)
    {
        var changed = ChangedFiles(run);
        var adopted = Join(run, changed);
        if (adopted.Count > 0)
        {
            // Texts that are no drift as long as nobody has generated: without the newer pins, and with those of one file alone.
            Remember(run, run.Outputs);
            foreach (var file in changed)
            {
                var own = Emit(run, file.Newer).Outputs.Where(o => o.Path == file.File.Path).ToList();
                Remember(run, own);
                Remember(run, own.Where(o => IsSameBump(run, file, o)).Select(o => o with { Text = file.Text }));
            }

            var lockBefore = LockStep.File(run, LockStep.Make(run, run.Outputs, Rests(run, run.Outputs)));
            Take(run, Emit(run, adopted));
            run.Pins.Adopted = adopted;
            RememberLock(run, lockBefore);
            changed.ForEach(file => Tell(run, file));
        }

        run.Pins.Rests = Rests(run, run.Outputs);
        ImageGap.Tell(run);
        TellIdle(run);
    }

    /// <summary>The images that stand in the files of the platforms, as they shall be, without the prefix of a mirror.</summary>
    public static IEnumerable<string> Images(GenerateRun run)
    {
        var prefix = run.Pipeline!.Settings.ImagesPrefix is { Length: > 0 } mirror ? mirror.TrimEnd('/') + "/" : "";
        return MainFiles(run).SelectMany(f => YamlReader.Read(f.File.Text, f.File.Path, new DiagnosticBag()) is SourceMap map ? f.Emitter.FindPins(map) : [])
            .Where(p => p.Kind == PinPlaceKind.Image)
            .Select(p => p.Node.Value.StartsWith(prefix, StringComparison.Ordinal) ? p.Node.Value[prefix.Length..] : p.Node.Value);
    }

    /// <summary>The pins that stand in the files of the platforms, as they shall be.</summary>
    public static IEnumerable<ReadPin> Standing(GenerateRun run)
    {
        var known = Known(run);
        return MainFiles(run).SelectMany(f => PinnedText.Of(f.File.Text, f.File.Path, known, f.Emitter.FindPins)?.Pins ?? []);
    }

    /// <summary>True for a file that is as it was before a bump of others, or that has had the bump itself: the next run of `generate` changes only pins.</summary>
    public static bool IsMeanwhile(GenerateRun run, PlannedFile planned) =>
        planned.Current is { } current && run.Pins.Meanwhile.TryGetValue(planned.File.Path, out var texts) && texts.Contains(current);

    private static List<Changed> ChangedFiles(GenerateRun run)
    {
        var known = new Lazy<KnownPins>(() => Known(run));
        var diagnostics = run is { Force: true, Writes: true } ? new DiagnosticBag() : run.Diagnostics;
        var result = new List<Changed>();
        foreach (var (emitter, file) in MainFiles(run))
        {
            if (Committed(run, file) is { } text
                && PinnedText.Of(text, file.Path, known.Value, emitter.FindPins) is { } committed
                && IsOnlyPins(run, emitter, file, known.Value, committed))
            {
                run.Pins.Bumped[file.Path] = ContentHash.Of(GeneratedHeader.BodyOf(text));
                result.Add(new Changed(file, text, emitter, new BumpJudge(known.Value, run.Pins.Library, diagnostics).Judge(committed.Pins)));
            }
        }

        return result;
    }

    // A bump that is only spelt in another way (quotes, blanks before the comment), or whose only gaps are images with a variable in their tag.
    private static bool IsSameBump(GenerateRun run, Changed file, OutputFile own)
    {
        var known = Known(run);
        return PinnedText.Of(file.Text, own.Path, known, file.Emitter.FindPins) is { } committed
            && PinnedText.Of(own.Text, own.Path, known, file.Emitter.FindPins) is { } bumped
            && committed.Rest == bumped.Rest
            && Readable(committed).SequenceEqual(Readable(bumped));

        static IEnumerable<(PinKind, string, string)> Readable(PinnedText text) => text.Pins.Where(p => !p.HasVariable).Select(p => (p.Kind, p.Id, p.Value));
    }

    // Ours, and neither what shall be there nor what was generated last.
    private static string? Committed(GenerateRun run, OutputFile file)
    {
        try
        {
            return !run.Root.Holds(file.Path, file.Bytes) && run.Root.ReadText(file.Path) is { } text && GeneratedHeader.IsIn(text) && text != file.Text
                && run.Pins.Lock?.Outputs.GetValueOrDefault(file.Path) != ContentHash.Of(GeneratedHeader.BodyOf(text))
                ? text
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Told when the files are compared.
            return null;
        }
    }

    private static bool IsOnlyPins(GenerateRun run, IPlatformEmitter emitter, OutputFile file, KnownPins known, PinnedText committed)
    {
        var hash = ContentHash.Of(GeneratedHeader.BodyOf(committed.Rest));
        return run.Pins.Lock?.Rests.GetValueOrDefault(file.Path) == hash
            || (PinnedText.Of(file.Text, file.Path, known, emitter.FindPins) is { } generated && ContentHash.Of(GeneratedHeader.BodyOf(generated.Rest)) == hash);
    }

    // Where two files have different newer versions, the newest counts; one version at two commits or digests is nothing to choose from.
    private static List<Pin> Join(GenerateRun run, List<Changed> files)
    {
        var result = new List<Pin>();
        foreach (var pins in files.SelectMany(f => f.Newer.Select(p => (Pin: p, f.File.Path))).GroupBy(p => (p.Pin.Kind, Id: p.Pin.Id.ToLowerInvariant())))
        {
            var best = pins.Aggregate((a, b) => PinVersion.Compare(b.Pin.Version, a.Pin.Version, b.Pin.Kind == PinKind.Image) > 0 ? b : a);
            if (pins.FirstOrDefault(p => PinVersion.IsSameTag(p.Pin.Version, best.Pin.Version) && p.Pin.Commit != best.Pin.Commit) is { Pin: { } other } same)
            {
                run.Diagnostics.Add(
                    best.Pin.Kind == PinKind.Action ? PinDiagnostics.WrongPair : PinDiagnostics.Disagree,
                    SourceSpan.WholeFile(same.Path),
                    $"{best.Pin.Id} is at {best.Pin.Value} in {best.Path} and at {other.Value} in {same.Path}",
                    "compare both with what was released, and write the one that is right into all files or into `pins:`");
            }

            result.Add(best.Pin);
        }

        return run.Diagnostics.HasErrors ? [] : result;
    }

    private static GenerateRun Emit(GenerateRun run, IReadOnlyList<Pin> pins)
    {
        var before = run.Catalog.Pins;
        var again = run.Again();
        try
        {
            run.Catalog.Pins = before.With(pins);
            GeneratePipeline.Make(again);
            return again;
        }
        finally
        {
            run.Catalog.Pins = before;
        }
    }

    private static void Take(GenerateRun run, GenerateRun again)
    {
        foreach (var problem in again.Diagnostics.Sorted())
        {
            run.Diagnostics.Add(problem);
        }

        (run.Stages, run.Pipeline, run.Emitted, run.Outputs) = (again.Stages, again.Pipeline, again.Emitted, again.Outputs);
    }

    private static void Remember(GenerateRun run, IEnumerable<OutputFile> outputs)
    {
        foreach (var output in outputs)
        {
            var texts = run.Pins.Meanwhile.TryGetValue(output.Path, out var known) ? known : run.Pins.Meanwhile[output.Path] = new(StringComparer.Ordinal);
            texts.Add(output.Text);
        }
    }

    private static void RememberLock(GenerateRun run, OutputFile before)
    {
        var kept = run.Pins.LockText is { } text && LockFile.Parse(text) is { } previous && LockFile.Parse(before.Text) is { } next ? LockStep.File(run, LockStep.KeepTool(next, previous)) : before;
        run.Pins.Meanwhile[LockFile.FilePath] = [before.Text, kept.Text];
    }

    private static void Tell(GenerateRun run, Changed file)
    {
        foreach (var pin in file.Newer)
        {
            run.Diagnostics.Add(
                PinDiagnostics.Adopted,
                SourceSpan.WholeFile(file.File.Path),
                $"{pin.Id} {pin.Version} is newer than the one that was generated and is taken over everywhere",
                $"`pipelinekit generate` writes it to {LockFile.FilePath} and the other files");
        }
    }

    // A mistyped name would change nothing, and nobody would know.
    private static void TellIdle(GenerateRun run)
    {
        var idle = run.Catalog.Pins.All.Where(p => p is { Owner: PinOwner.Spec, Kind: not PinKind.Tool } && !IsKnown(p)).ToList();
        var standing = idle.Count > 0 ? Standing(run).ToList() : [];
        foreach (var pin in idle.Where(p => !standing.Exists(s => s.Kind == p.Kind && (s.Kind == PinKind.Image ? run.Catalog.Pins.FindImage(s.Id) : run.Catalog.Pins.FindActionPin(s.Id)) == p)))
        {
            var names = run.Pins.Library.All.Where(p => p.Kind == pin.Kind).Select(p => p.Id).Concat(standing.Where(s => s.Kind == pin.Kind).Select(s => s.Id)).Distinct(StringComparer.Ordinal);
            run.Diagnostics.Add(
                PinDiagnostics.Idle,
                run.Spec!.Pins.TryGetValue(pin.Id, out var said) ? said.Span : SourceSpan.WholeFile(run.SpecFile),
                $"`pins:` holds {pin.Id}, which stands in no generated file",
                NearestMatch.Find(pin.Id, [.. names]) is { } near ? $"did you mean {near}?" : "`pipelinekit pins --all` lists the names; remove it when it is needed no more");
        }

        // What the library knows may come and go with a stage.
        bool IsKnown(Pin pin) => pin.Kind == PinKind.Action ? run.Pins.Library.FindActionPin(pin.Id) is not null
            : run.Catalog.IsImage(pin.Id) || Known(run).Literals.Any(l => l == pin.Id || l.StartsWith(pin.Id + ":", StringComparison.Ordinal));
    }

    // What the lock says of a file that stays as it is need not be made again.
    private static Dictionary<string, string> Rests(GenerateRun run, IReadOnlyList<OutputFile> outputs)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        var known = new Lazy<KnownPins>(() => Known(run));
        foreach (var (emitter, file) in MainFiles(run, outputs))
        {
            if (run.Pins.Lock is { } last && last.Outputs.GetValueOrDefault(file.Path) == file.BodyHash && last.Rests.TryGetValue(file.Path, out var rest))
            {
                result[file.Path] = rest;
            }
            else if (PinnedText.Of(file.Text, file.Path, known.Value, emitter.FindPins) is { Pins.Count: > 0 } text)
            {
                result[file.Path] = ContentHash.Of(GeneratedHeader.BodyOf(text.Rest));
            }
        }

        return result;
    }

    /// <summary>What may be a pin in the files of a run.</summary>
    public static KnownPins Known(GenerateRun run) => new(run.Pipeline!, run.Catalog.Pins, run.Emitters.SelectMany(e => e.OwnImages));

    private static IEnumerable<(IPlatformEmitter Emitter, OutputFile File)> MainFiles(GenerateRun run, IReadOnlyList<OutputFile>? outputs = null) =>
        from emitter in run.Emitters
        where run.Emitted.ContainsKey(emitter.Id)
        from emitted in run.Emitted[emitter.Id]
        where emitted.Tree is not null
        from file in outputs ?? run.Outputs
        where file.Path == emitted.Path
        select (emitter, file);

    private sealed record Changed(OutputFile File, string Text, IPlatformEmitter Emitter, IReadOnlyList<Pin> Newer);
}
