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
/// <param name="newestDay">The last day of release that counts.</param>
internal sealed class PinUpdater(Func<Pin, (IPinSource Source, string Package)?> sourceOf, DateOnly newestDay)
{
    public async Task<PinUpdate> AskAsync(IEnumerable<Pin> pins, CancellationToken cancellation)
    {
        var (newer, notAsked, asked) = (new List<(Pin, DateOnly?)>(), new List<(string, string)>(), 0);
        foreach (var pin in pins)
        {
            if (sourceOf(pin) is not var (source, package))
            {
                notAsked.Add((pin.Id, "no registry is known for it"));
                continue;
            }

            try
            {
                var found = await NewestAsync(pin, await source.AskAsync(pin, package, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
                asked++;
                newer.AddRange(found is null ? [] : [found.Value]);
            }
            catch (PinSourceException e)
            {
                notAsked.Add((pin.Id, e.Message));
            }
            catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException)
            {
                notAsked.Add((pin.Id, "its registry answered in a form that is not understood"));
            }
        }

        return new PinUpdate(newer, notAsked, asked);
    }

    private async Task<(Pin, DateOnly?)?> NewestAsync(Pin pin, IReadOnlyList<Release> releases, CancellationToken cancellation)
    {
        var candidates = releases.Select(r => (Release: r, Pin: pin with { Value = r.Value, Owner = PinOwner.Lock }))
            .Where(c => PinText.IsValue(c.Pin.Kind, c.Pin.Value) && IsNewer(c.Pin, pin))
            .OrderDescending(Comparer<(Release Release, Pin Pin)>.Create((a, b) => PinVersion.Compare(a.Pin.Version, b.Pin.Version) ?? 0));
        foreach (var (release, candidate) in candidates)
        {
            var day = await release.Date(cancellation).ConfigureAwait(false);
            if (day <= newestDay)
            {
                return (candidate, day == DateOnly.MinValue ? null : day);
            }
        }

        return null;
    }

    // Of two tags of one release (v7 and v7.1.0) the one that is written out is meant: v7 moves.
    private static bool IsNewer(Pin found, Pin current) => current.Kind == PinKind.Image
        ? found.Commit != current.Commit
        : !PinVersion.IsPreRelease(found.Version) && Dots(found) >= Dots(current) && PinVersion.Compare(found.Version, current.Version) > 0;

    private static int Dots(Pin pin) => pin.Version.Count(c => c == '.');
}
