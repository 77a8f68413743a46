using System.Globalization;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Pins;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Stages.Reading;

/// <summary>Reads the files of <c>templates/pins/</c>, and those of <c>.pipelinekit/pins/</c>.</summary>
internal static class PinReader
{
    /// <summary>Actions: a list of <c>{ action, version, sha }</c>; the date is shown as its age, and what it runs with is for people.</summary>
    public static IReadOnlyList<Pin> Actions(SourceNode? node, PinOwner owner, DiagnosticBag diagnostics)
    {
        var result = new List<Pin>();
        if (node is not null and not SourceList)
        {
            diagnostics.Add(StageDiagnostics.WrongValue, node.Span, $"actions are a list of {{ action, version, sha }}, found {node.KindName}");
        }

        foreach (var item in (node as SourceList)?.Items ?? [])
        {
            if (MapReader.Of(item, "a pin", diagnostics) is { } map)
            {
                var (action, value) = (map.RequiredText("action"), $"{map.RequiredText("version")}@{map.RequiredText("sha")}");
                var isDay = DateOnly.TryParseExact(map.Text("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
                _ = map.Text("runs");
                map.Finish();
                Add(result, new Pin(PinKind.Action, action, value, owner) { Date = isDay ? day : null }, item.Span, diagnostics);
            }
        }

        return result;
    }

    /// <summary>Versions by id, of tools or of images.</summary>
    public static IReadOnlyList<Pin> Versions(SourceNode? node, PinKind kind, PinOwner owner, DiagnosticBag diagnostics)
    {
        var result = new List<Pin>();
        if (node is not null and not SourceMap)
        {
            diagnostics.Add(StageDiagnostics.WrongValue, node.Span, $"pins are a mapping from names to versions, found {node.KindName}");
        }

        foreach (var entry in (node as SourceMap)?.Entries ?? [])
        {
            if (Scalars.Text(entry.Value, $"\"{entry.Key.Value}\"", diagnostics) is { } value)
            {
                Add(result, new Pin(kind, entry.Key.Value, value, owner), entry.Value.Span, diagnostics);
            }
        }

        return result;
    }

    /// <summary>Where pinned tools are published, by id.</summary>
    public static IReadOnlyDictionary<string, PinPackage> Packages(SourceNode? node, DiagnosticBag diagnostics)
    {
        var result = new Dictionary<string, PinPackage>(StringComparer.Ordinal);
        foreach (var entry in (node as SourceMap)?.Entries ?? [])
        {
            if (MapReader.Of(entry.Value, $"\"{entry.Key.Value}\"", diagnostics) is { } map)
            {
                result[entry.Key.Value] = new PinPackage(map.RequiredText("from"), map.RequiredText("package"));
                map.Finish();
            }
        }

        return result;
    }

    private static void Add(List<Pin> pins, Pin pin, SourceSpan span, DiagnosticBag diagnostics)
    {
        if (!PinText.IsId(pin.Kind, pin.Id))
        {
            diagnostics.Add(StageDiagnostics.WrongValue, span, $"{MessageText.Quote(pin.Id)} is not the name of anything that can be pinned here");
        }
        else if (!PinText.IsValue(pin.Kind, pin.Value))
        {
            diagnostics.Add(StageDiagnostics.WrongValue, span, $"the pin of {pin.Id} is no pin: {MessageText.Quote(pin.Value)}", $"write {PinText.Form(pin.Kind)}");
        }
        else
        {
            pins.Add(pin);
        }
    }
}
