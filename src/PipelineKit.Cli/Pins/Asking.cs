using PipelineKit.Core.Model;

namespace PipelineKit.Cli.Pins;

/// <summary>Asks for many pins, a few at a time, and keeps what could not be asked.</summary>
/// <param name="sourceOf">Where a pin is to be asked for, and under which name; null where nothing is known.</param>
internal sealed class Asking(Func<Pin, (IPinSource Source, string Package)?> sourceOf)
{
    private const int AtOnce = 4;

    private readonly SortedDictionary<string, List<string>> _notAsked = new(StringComparer.Ordinal);

    /// <summary>What could not be asked, and why, by id.</summary>
    public IReadOnlyList<(string Id, string Why)> NotAsked => [.. _notAsked.SelectMany(n => n.Value.Select(why => (n.Key, why)))];

    /// <summary>How many were asked and answered.</summary>
    public int Asked { get; private set; }

    /// <summary>What the answers came to, in the order of the pins; nothing for those that could not be asked.</summary>
    public async Task<IReadOnlyList<T?>> EachAsync<T>(IEnumerable<Pin> pins, Func<Pin, IReadOnlyList<Release>, Task<T?>> take, CancellationToken cancellation)
    {
        using var places = new SemaphoreSlim(AtOnce);
        var all = pins.Select(async pin =>
        {
            await places.WaitAsync(cancellation).ConfigureAwait(false);
            try
            {
                return await OneAsync(pin, take, cancellation).ConfigureAwait(false);
            }
            finally
            {
                places.Release();
            }
        });
        return await Task.WhenAll(all).ConfigureAwait(false);
    }

    public void Tell(Pin pin, string why)
    {
        lock (_notAsked)
        {
            (_notAsked.TryGetValue(pin.Id, out var reasons) ? reasons : _notAsked[pin.Id] = []).Add(why);
        }
    }

    private async Task<T?> OneAsync<T>(Pin pin, Func<Pin, IReadOnlyList<Release>, Task<T?>> take, CancellationToken cancellation)
    {
        if (sourceOf(pin) is not var (source, package))
        {
            Tell(pin, "no registry is known for it");
            return default;
        }

        try
        {
            var result = await take(pin, await source.AskAsync(pin, package, cancellation).ConfigureAwait(false)).ConfigureAwait(false);
            lock (_notAsked)
            {
                Asked++;
            }

            return result;
        }
        catch (PinSourceException e)
        {
            Tell(pin, e.Message);
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            Tell(pin, "its registry answered in a form that is not understood");
        }

        return default;
    }
}
