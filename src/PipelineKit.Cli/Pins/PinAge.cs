using PipelineKit.Core.Model;

namespace PipelineKit.Cli.Pins;

/// <summary>The day on which what is pinned was released.</summary>
internal static class PinAge
{
    /// <summary>The day that the source tells of exactly the pinned version; null where it does not know that version or its day.</summary>
    public static async Task<DateOnly?> OfAsync(Pin pin, IReadOnlyList<Release> releases, CancellationToken cancellation)
    {
        var version = pin.Version.Length > 0 ? pin.Version : OciImages.Split(pin.Id).Tag;
        return releases.FirstOrDefault(r => (pin.Kind == PinKind.Action ? r.Value == pin.Value : r.Value == version)) is { } release
            ? await release.Date(cancellation).ConfigureAwait(false)
            : null;
    }
}
