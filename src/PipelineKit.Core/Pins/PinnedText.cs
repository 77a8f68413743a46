using System.Text.RegularExpressions;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Pins;

/// <summary>A pin that was read at a place of a committed file.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Id">Of what.</param>
/// <param name="Value">What stands there, in the form of its kind; only what <see cref="PinText.IsValue"/> accepts is taken over.</param>
/// <param name="Place">Where.</param>
internal sealed record ReadPin(PinKind Kind, string Id, string Value, PinPlace Place)
{
    /// <summary>Line in the file.</summary>
    public int Line => Place.Node.Span.Line;

    /// <summary>True where a variable of a matrix stands beside it, which bots do not read.</summary>
    public bool HasVariable => Place.Kind == PinPlaceKind.Image && Place.Node.Value.Contains('$', StringComparison.Ordinal);
}

/// <summary>A generated file as its pins and the rest. Two files with the same rest differ in nothing but pins.</summary>
internal sealed partial class PinnedText
{
    private readonly KnownPins _known;
    private readonly string[] _lines;
    private readonly List<ReadPin> _pins = [];

    private PinnedText(KnownPins known, string text, IEnumerable<PinPlace> places)
    {
        _known = known;
        _lines = text.Split('\n');
        // From behind, so that what stands before a place stays where it is.
        foreach (var place in places.OrderByDescending(p => p.Node.Span.Line).ThenByDescending(p => p.Node.Span.Column))
        {
            Take(place);
        }

        _pins.Reverse();
        Rest = string.Join('\n', _lines);
    }

    /// <summary>The text with its pins left out.</summary>
    public string Rest { get; }

    /// <summary>The pins, in order of their places.</summary>
    public IReadOnlyList<ReadPin> Pins => _pins;

    /// <summary>Takes a file apart; null when it is no YAML mapping.</summary>
    /// <param name="text">Its text, LF.</param>
    /// <param name="file">Its path, for messages.</param>
    /// <param name="known">What may be a pin.</param>
    /// <param name="find">The places, by structure.</param>
    public static PinnedText? Of(string text, string file, KnownPins known, Func<SourceMap, IEnumerable<PinPlace>> find) =>
        YamlReader.Read(text, file, new DiagnosticBag()) is SourceMap map ? new PinnedText(known, text, find(map)) : null;

    private void Take(PinPlace place)
    {
        var (line, start) = (place.Node.Span.Line - 1, place.Node.Span.Column - 1);
        if (line < 0 || line >= _lines.Length || start < 0 || start > _lines[line].Length)
        {
            return;
        }

        var text = _lines[line];
        if (RawOf(place.Node, text, start) is { } raw)
        {
            var (before, behind) = (text[..start], text[(start + raw.Length)..]);
            _lines[line] = place.Kind switch
            {
                PinPlaceKind.Action => TakeAction(place, behind) is { } rest ? before + rest : text,
                PinPlaceKind.Input => TakeInput(place) is { } rest ? before + rest + behind : text,
                _ => TakeImage(place) is { } rest ? before + rest + behind : text,
            };
        }
    }

    // How the scalar is written, where that is on one line and without escapes.
    private static string? RawOf(SourceScalar node, string line, int start)
    {
        string[] forms = [node.Value, $"\"{node.Value}\"", $"'{node.Value}'"];
        return node.Value.Length == 0 ? null : forms.FirstOrDefault(f => string.CompareOrdinal(line, start, f, 0, f.Length) == 0);
    }

    private string? TakeAction(PinPlace place, string behind)
    {
        var (value, comment) = (place.Node.Value, Comment().Match(behind));
        var at = value.IndexOf('@', StringComparison.Ordinal);
        if (at < 0 || !comment.Success || _known.Pins.FindActionPin(NameOf(value[..at])) is not { } pin)
        {
            return null;
        }

        var (reference, tag) = (value[(at + 1)..], comment.Groups[1].Value);
        // A tag in the place of the commit has nothing behind "@".
        _pins.Add(new ReadPin(PinKind.Action, pin.Id, Hexadecimal().IsMatch(reference) ? $"{tag}@{reference}" : reference, place));
        return value[..(at + 1)];
    }

    private string? TakeInput(PinPlace place)
    {
        if (_known.ToolOf((NameOf(place.Input.Action), place.Input.Name)) is not { } tool)
        {
            return null;
        }

        _pins.Add(new ReadPin(PinKind.Tool, tool, place.Node.Value, place));
        return $"{{{tool}}}";
    }

    private string? TakeImage(PinPlace place)
    {
        if (_known.ReadImage(place.Node.Value) is not var (pins, rest))
        {
            return null;
        }

        _pins.AddRange(pins.Select(p => new ReadPin(p.Kind, p.Id, p.Value, place)));
        return rest;
    }

    // Forges other than GitHub are given whole addresses.
    private static string NameOf(string uses)
    {
        const string Host = "https://github.com/";
        var name = uses.StartsWith(Host, StringComparison.Ordinal) ? uses[Host.Length..] : uses;
        return name.IndexOf('@', StringComparison.Ordinal) is >= 0 and var at ? name[..at] : name;
    }

    [GeneratedRegex(@"\A *(?:# *([^ #]+) *)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\A[0-9a-f]{40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Hexadecimal();
}
