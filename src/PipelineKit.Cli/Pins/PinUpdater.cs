using PipelineKit.Core.Model;
using PipelineKit.Core.Pins;

namespace PipelineKit.Cli.Pins;

/// <summary>What came of asking for newer versions.</summary>
/// <param name="Newer">Pins to write, each with the day of its release.</param>
/// <param name="NotAsked">What could not be asked, and why, by id.</param>
/// <param name="Asked">How many were asked and answered.</param>
internal sealed record PinUpdate(IReadOnlyList<(Pin Pin, DateOnly? Day)> Newer, IReadOnlyList<(string Id, string Why)> NotAsked, int Asked);

/// <summary>Asks the places where things are published for newer versions: the newest that is no pre-release and older than the cooldown.</summary>
/// <param name="sourceOf">Where a pin is to be asked for, and under which name; null where nothing is known.</param>
/// <param name="today">The day from which the cooldown counts.</param>
/// <param name="cooldown">Days that a version must be out.</param>
/// <param name="digests">Images get digests; otherwise those that have one already keep having one.</param>
internal sealed class PinUpdater(Func<Pin, (IPinSource Source, string Package)?> sourceOf, DateOnly today, int cooldown, bool digests)
{
    // Tags that are days (20260101) are no later versions of 13.1.
    private const long Calendar = 1000;

    private readonly DateOnly _newestDay = today.AddDays(-cooldown);

    public async Task<PinUpdate> AskAsync(IEnumerable<Pin> pins, CancellationToken cancellation)
    {
        var asking = new Asking(sourceOf);
        var newer = new List<(Pin, DateOnly?)>();
        var found = await asking.EachAsync(pins, (pin, releases) => NewestAsync(pin, releases, asking, cancellation), cancellation).ConfigureAwait(false);
        newer.AddRange(found.OfType<(Pin, DateOnly?)>());
        return new PinUpdate(newer, asking.NotAsked, asking.Asked);
    }

    private async Task<(Pin, DateOnly?)?> NewestAsync(Pin pin, IReadOnlyList<Release> releases, Asking asking, CancellationToken cancellation)
    {
        var candidates = releases.Select(r => (Release: r, Pin: pin with { Value = r.Value, Owner = PinOwner.Lock, Date = null }))
            .Where(c => PinText.IsValue(c.Pin.Kind, c.Pin.Value) && IsNewer(c.Pin, pin))
            .OrderDescending(Comparer<(Release Release, Pin Pin)>.Create((a, b) => PinVersion.Compare(a.Pin.Version, b.Pin.Version) ?? 0));
        foreach (var (release, candidate) in candidates)
        {
            var day = await release.Date(cancellation).ConfigureAwait(false);
            if (day is null && cooldown > 0)
            {
                asking.Tell(pin, $"nothing says since when {candidate.Version} is out; `--older-than 0d` takes it all the same");
            }
            else if (day is null || day <= _newestDay)
            {
                var digest = WantsDigest(pin) && release.Digest is { } ask ? "@" + await ask(cancellation).ConfigureAwait(false) : "";
                return (candidate with { Value = candidate.Value + digest }, day);
            }
        }

        return pin.Kind == PinKind.Image && WantsDigest(pin) ? await AnewAsync(pin, releases, cancellation).ConfigureAwait(false) : null;
    }

    // Tags of images are made anew. One that had no digest yet means what it means today in any case, so it need not wait.
    private async Task<(Pin, DateOnly?)?> AnewAsync(Pin pin, IReadOnlyList<Release> releases, CancellationToken cancellation)
    {
        var tag = pin.Version.Length > 0 ? pin.Version : OciImages.Split(pin.Id).Tag;
        if (releases.FirstOrDefault(r => r.Value == tag) is not { Digest: { } ask } release)
        {
            return null;
        }

        var digest = await ask(cancellation).ConfigureAwait(false);
        var day = digest == pin.Commit ? null : await release.Date(cancellation).ConfigureAwait(false);
        return digest != pin.Commit && (pin.Commit.Length == 0 || day <= _newestDay || cooldown == 0) ? (pin with { Value = $"{pin.Version}@{digest}", Owner = PinOwner.Lock }, day) : null;
    }

    private bool WantsDigest(Pin pin) => pin.Kind == PinKind.Image && (digests || pin.Commit.Length > 0);

    // Of two tags of one release (v7 and v7.1.0) the one that is written out is meant: v7 moves. An image whose tag holds the version of a tool goes with that tool.
    private static bool IsNewer(Pin found, Pin current) => found.Kind == PinKind.Image
        ? current.Version.Length > 0 && Dots(found) == Dots(current) && PinVersion.Compare(found.Version, current.Version, isImage: true) > 0 && IsCalendar(found) == IsCalendar(current)
        : !PinVersion.IsPreRelease(found.Version) && Dots(found) >= Dots(current) && PinVersion.Compare(found.Version, current.Version) > 0;

    private static int Dots(Pin pin) => pin.Version.Count(c => c == '.');

    private static bool IsCalendar(Pin pin) => PinVersion.Parse(pin.Version) is var (numbers, _) && numbers[0] >= Calendar;
}
