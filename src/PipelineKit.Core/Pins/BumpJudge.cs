using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;

namespace PipelineKit.Core.Pins;

/// <summary>Decides which of the pins that stand in a committed file are taken over.</summary>
/// <param name="known">The pins in force.</param>
/// <param name="library">The pins of the library alone; a pair of tag and commit in either is known.</param>
/// <param name="diagnostics">Receives what is wrong.</param>
internal sealed class BumpJudge(KnownPins known, PinTable library, DiagnosticBag diagnostics)
{
    /// <summary>The pins of a file that are newer than those in force.</summary>
    public IReadOnlyList<Pin> Judge(IReadOnlyList<ReadPin> pins)
    {
        var newer = new List<Pin>();
        foreach (var group in pins.GroupBy(p => (p.Kind, Id: p.Id.ToLowerInvariant())))
        {
            var values = Readable([.. group]).GroupBy(p => p.Value, StringComparer.Ordinal).ToList();
            if (values.FirstOrDefault(v => !PinText.IsValue(group.Key.Kind, v.Key)) is { } wrong)
            {
                ReportForm(wrong.First());
            }
            else if (values.Count > 1)
            {
                ReportPlaces(values);
            }
            else if (Judge(values[0].First()) is { } pin)
            {
                newer.Add(pin);
            }
        }

        return newer;
    }

    // Bots leave an image alone whose tag has a variable of a matrix; such a place is brought along, and is no half of a bump.
    private static List<ReadPin> Readable(List<ReadPin> pins) => pins.Exists(p => !p.HasVariable) ? pins.FindAll(p => !p.HasVariable) : pins;

    private Pin? Judge(ReadPin read)
    {
        var current = InForce(read);
        var found = new Pin(read.Kind, read.Id, read.Value, PinOwner.Lock);
        // A tag whose `v` was lost is the same pin; `generate` writes it as it was.
        if (current.Value == found.Value || (read.Kind == PinKind.Action && current.Commit == found.Commit && PinVersion.IsSameTag(current.Version, found.Version)))
        {
            return null;
        }

        if (current.Owner >= PinOwner.Repository)
        {
            var place = current.Owner == PinOwner.Spec ? "`pins:` of the spec" : "a file of .pipelinekit/pins";
            Report(PinDiagnostics.Held, read, $"{read.Id} is held at {current.Value} by {place}, and {Where(read)} has {read.Value}", "change it where it is held, or take the change of the committed file back");
            return null;
        }

        if ((read.Kind == PinKind.Action && !IsPair(found, current)) || (read.Kind == PinKind.Image && !IsOwnDigest(found)))
        {
            return null;
        }

        return Order(found, current) switch
        {
            > 0 => found,
            < 0 => Replace(read, current),
            _ => Unordered(read, current),
        };

        // Where a digest stands, the tag is only a comment: one that was changed alone would lie.
        bool IsOwnDigest(Pin pin)
        {
            if (known.Pins.All.FirstOrDefault(p => p.Kind == PinKind.Image && p.Commit.Length > 0 && p.Commit == pin.Commit && (p.Id != pin.Id || p.Version != pin.Version)) is not { } other)
            {
                return true;
            }

            Report(
                PinDiagnostics.WrongPair,
                read,
                $"{Where(read)} has {pin.Id} at {pin.Value}, but that digest is known to be {(other.Version.Length > 0 ? $"{other.Id} {other.Version}" : other.Id)}",
                "change the digest with the tag, or take the change back");
            return false;
        }

        bool IsPair(Pin pin, Pin other)
        {
            Pin?[] pairs = [other, library.Find(PinKind.Action, pin.Id)];
            if (pairs.FirstOrDefault(k => k is not null && PinVersion.IsSameTag(k.Version, pin.Version) != (k.Commit == pin.Commit)) is not { } pair)
            {
                return true;
            }

            Report(
                PinDiagnostics.WrongPair,
                read,
                $"{Where(read)} has {pin.Id} at {pin.Version} and commit {pin.Commit}, but {pair.Version} is known to be commit {pair.Commit}",
                "a tag that was moved is what pins protect from: compare the commit with the action's releases, then write the pair that is right into `pins:`");
            return false;
        }
    }

    private Pin InForce(ReadPin read) => read.Kind == PinKind.Image
        ? new Pin(read.Kind, read.Id, read.Value.StartsWith('@') ? "@" + DigestOf(known.Held(read.Id)) : known.Held(read.Id), known.Pins.FindImage(read.Id)?.Owner ?? PinOwner.BuiltIn)
        : known.Pins.Find(read.Kind, read.Id)!;

    private static string DigestOf(string held) => held.IndexOf('@', StringComparison.Ordinal) is >= 0 and var at ? held[(at + 1)..] : "";

    // A tag of an image is made anew now and then: another digest of the same tag is a bump, a missing one is not.
    private static int? Order(Pin found, Pin current)
    {
        var order = PinVersion.Compare(found.Version, current.Version, found.Kind == PinKind.Image);
        return order != 0 || found.Kind != PinKind.Image ? order : found.Commit.Length > 0 ? 1 : -1;
    }

    private Pin? Replace(ReadPin read, Pin current)
    {
        Report(PinDiagnostics.Older, read, $"{Where(read)} has {read.Id} at {read.Value}, older than {current.Value}; `generate` replaces it", $"to stay at the older one, write it into the spec: pins: {{ {read.Id}: {read.Value} }}");
        return null;
    }

    private Pin? Unordered(ReadPin read, Pin current)
    {
        Report(PinDiagnostics.NoOrder, read, $"{Where(read)} has {read.Id} at {read.Value}; nothing says whether that is newer than {current.Value}", $"write the one that is meant into the spec: pins: {{ {read.Id}: {read.Value} }}");
        return null;
    }

    private void ReportForm(ReadPin read)
    {
        var what = read.Kind != PinKind.Action ? $"{MessageText.Quote(read.Value)}, which is no pin"
            : read.Value.StartsWith('@') ? $"the commit {read.Value[1..]} without a comment that names its tag"
            : !read.Value.Contains('@', StringComparison.Ordinal) ? $"{MessageText.Quote(read.Value)} without a commit"
            : $"{MessageText.Quote(read.Value)}, whose comment is no tag with a version";
        Report(PinDiagnostics.Incomplete, read, $"{Where(read)} has {read.Id} at {what}", $"a pin is {PinText.Form(read.Kind)}");
    }

    private void ReportPlaces(List<IGrouping<string, ReadPin>> values)
    {
        var first = values[0].First();
        var places = string.Join("; ", values.Select(v => $"{v.Key} in {string.Join(", ", v.Select(p => $"{p.Place.Where} (line {p.Line})"))}"));
        var changed = values.FirstOrDefault(v => v.Key != InForce(v.First()).Value)?.First() ?? first;
        Report(PinDiagnostics.Disagree, changed, $"{changed.Id} has several versions in one file: {places}", "change all places or none; what stands at one version by intention belongs into `patches:`");
    }

    private static string Where(ReadPin read) => read.Place.Where;

    private void Report(DiagnosticDescriptor descriptor, ReadPin read, string message, string hint) => diagnostics.Add(descriptor, read.Place.Node.Span, message, hint);
}
