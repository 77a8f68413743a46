using PipelineKit.Core.Generation;
using PipelineKit.Core.Model;
using PipelineKit.Core.Stages;

namespace PipelineKit.Core.Pins;

/// <summary>A pin with the places where it stands.</summary>
/// <param name="Pin">The pin in force.</param>
/// <param name="Places">Jobs, sorted; empty when the pipeline does not use it.</param>
public sealed record PinUse(Pin Pin, IReadOnlyList<string> Places)
{
    /// <summary>Which pins a pipeline uses, and where: actions and images as they stand in its files, tools by the commands and toolchains of its jobs.</summary>
    /// <param name="run">A run that came to the comparison with the disk.</param>
    public static IReadOnlyList<PinUse> Of(GenerateRun run)
    {
        var pins = run.Catalog.Pins;
        var standing = AdoptStep.Standing(run).Where(p => p.Kind != PinKind.Tool)
            .GroupBy(p => p.Kind == PinKind.Image ? new Pin(p.Kind, p.Id, p.Value, pins.FindImage(p.Id)?.Owner ?? PinOwner.BuiltIn) : pins.FindActionPin(p.Id)!, p => p.Place.Where);
        var used = standing.Select(g => new PinUse(g.Key, [.. g.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)])).ToList();
        var files = used.Select(u => (u.Pin.Kind, u.Pin.Id)).ToHashSet();
        return
        [
            .. used.Concat(pins.All.Where(p => !files.Contains((p.Kind, p.Id))).Select(p => new PinUse(p, p.Kind == PinKind.Tool ? JobsOf(run, p) : [])))
                .OrderBy(u => u.Pin.Kind).ThenBy(u => u.Pin.Id, StringComparer.Ordinal),
        ];
    }

    private static IReadOnlyList<string> JobsOf(GenerateRun run, Pin pin)
    {
        var package = run.Catalog.FindTool(pin.Id) is { Package.Length: > 0 } tool ? tool.Package : pin.Id;
        return
        [
            .. run.Pipeline!.Jobs.Where(job => job.Toolchains.Any(t => t.Id == pin.Id && t.Version is LiteralValue literal && literal.Text == pin.Value) || Commands(job).Any(c => Names(c, package, pin.Value)))
                .Select(job => $"job {job.Id}").Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<IReadOnlyList<Value>> Commands(Job job) => job.Run.Select(c => c.Argv).Concat(job.Install?.Run ?? []);

    private static bool Names(IReadOnlyList<Value> argv, string package, string version)
    {
        var words = argv.OfType<LiteralValue>().Select(v => v.Text).ToList();
        return words.Any(w => w.EndsWith(version, StringComparison.Ordinal) && w.Length >= version.Length && (w.Contains(package, StringComparison.OrdinalIgnoreCase)
            || (w == version && words.Contains(package, StringComparer.OrdinalIgnoreCase))));
    }
}
